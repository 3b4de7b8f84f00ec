<#
.SYNOPSIS
Protects all servers with a tag by an automatic snapshot policy, and shows the servers where that failed.

.DESCRIPTION
Counts the servers with the tag, groups them in a resource category, binds a protection policy to it, waits until the service
has applied the policy, and writes a record for each server where it failed. The name must not be in use.

.PARAMETER Tag
Tags that a server must have, as a hashtable.

.PARAMETER AutoSnapshotPolicyId
The snapshot policy of ECS.

.PARAMETER RegionId
The region of the snapshot policy.

.PARAMETER Name
Name of the category and of the policy.

.PARAMETER Timeout
Seconds within which the service must start to apply the policy.

.EXAMPLE
./New-BulkProtection.ps1 -Tag @{ env = 'prod' } -AutoSnapshotPolicyId sp-daily -RegionId cn-hangzhou -Name daily-snapshots
#>
[CmdletBinding()]
param(
    [Parameter(Mandatory = $true)]
    [hashtable] $Tag,

    [Parameter(Mandatory = $true)]
    [string] $AutoSnapshotPolicyId,

    [Parameter(Mandatory = $true)]
    [string] $RegionId,

    [Parameter(Mandatory = $true)]
    [string] $Name,

    [double] $Timeout = 600
)

$ErrorActionPreference = 'Stop'

$count = 0
Measure-BdrcResource -Tag $Tag -ResourceType ACS::ECS::Instance | ForEach-Object { $count += $_.Count }
if ($count -eq 0) {
    throw 'No server has these tags; nothing was made.'
}

$policy = New-BdrcResourceCategory $Name -Tag $Tag -ResourceType ACS::ECS::Instance |
    New-BdrcProtectionPolicy $Name -ProtectionPolicyRegionId $RegionId -AutoSnapshotPolicyId $AutoSnapshotPolicyId

# The service applies the policy in the background; the policy has a task id once that has started.
$giveUp = [datetime]::UtcNow.AddSeconds($Timeout)
while (-not $policy.LatestTaskId) {
    if ([datetime]::UtcNow -gt $giveUp) {
        throw "Policy $($policy.ProtectionPolicyId) was not applied within $Timeout s."
    }

    [System.Threading.Thread]::Sleep(1000)
    $policy = $policy | Get-BdrcProtectionPolicy
}

$policy.LatestTaskId | Wait-BdrcTask -ErrorAction Continue | Out-Null
$policy | Get-BdrcProtectionPolicyApplication -ApplyStatus FAILED
