<#
.SYNOPSIS
Shows the messages since a time, with their bodies.

.DESCRIPTION
Lists the messages since a time and reads each in full. Store the newest MessageTime and use it as -Since of the next run.

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
