<#
.SYNOPSIS
Refreshes the inventory, or joins a refresh that is running, and shows the results of the rules.

.DESCRIPTION
The service runs one refresh at a time. If one is running, this script waits for it.

.PARAMETER ResourceType
Only this type, such as ACS::ECS::Instance; without it, all.

.EXAMPLE
./Update-Inventory.ps1

.EXAMPLE
./Update-Inventory.ps1 -ResourceType ACS::OSS::Bucket
#>
[CmdletBinding()]
param(
    [string] $ResourceType
)

$ErrorActionPreference = 'Stop'

$filter = @{}
if ($ResourceType) {
    $filter.ResourceType = $ResourceType
}

try {
    Update-BdrcResource @filter | Wait-BdrcTask | Out-Null
}
catch {
    if ($_.FullyQualifiedErrorId -notlike 'CreateTaskFailed.PreviousTaskNotFinished*') {
        throw
    }

    # The task may not be listed yet.
    'CREATED', 'RUNNING' | ForEach-Object { Get-BdrcTask -Status $_ -Type UPDATE_RESOURCES } | Wait-BdrcTask | Out-Null
}

Get-BdrcRule @filter
