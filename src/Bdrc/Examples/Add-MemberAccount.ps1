<#
.SYNOPSIS
Brings accounts, folders or a whole resource directory under management, and shows their resources at risk.

.DESCRIPTION
For the delegated administrator of a resource directory. Enables cross-account management if necessary, adds the targets,
waits, and writes the managed accounts and then the resources of those accounts that are most at risk.

.PARAMETER TargetId
Account, folder or directory ids.

.PARAMETER TargetType
The type of all ids: ACCOUNT, FOLDER or RESOURCE_DIRECTORY.

.EXAMPLE
./Add-MemberAccount.ps1 -TargetId 1580000000000005

.EXAMPLE
./Add-MemberAccount.ps1 -TargetId fd-production -TargetType FOLDER
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)]
    [string[]] $TargetId,

    [string] $TargetType = 'ACCOUNT'
)

$ErrorActionPreference = 'Stop'

Enable-BdrcCrossAccountManagement
Add-BdrcCrossAccount $TargetId -TargetType $TargetType -Wait | Out-Null

$accounts = @(Get-BdrcCrossAccount -TargetType ACCOUNT)
$accounts
if ($accounts.Count -gt 0) {
    Get-BdrcTopRiskyResource -ResourceOwnerId $accounts.TargetId
}
