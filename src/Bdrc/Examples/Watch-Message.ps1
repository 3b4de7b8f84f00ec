<#
.SYNOPSIS
Shows the messages of a while back, with their bodies.

.DESCRIPTION
Lists the messages since a time and reads each in full. Keep the newest MessageTime, and give it as -Since the next time.

.PARAMETER Since
A time, or a span back from now such as -7d.

.EXAMPLE
./Watch-Message.ps1 -Since -12h

.EXAMPLE
(./Watch-Message.ps1).MessageContentObject
#>
[CmdletBinding()]
param(
    $Since = '-1d'
)

$ErrorActionPreference = 'Stop'

Get-BdrcMessage -LaterThan $Since | Get-BdrcMessage
