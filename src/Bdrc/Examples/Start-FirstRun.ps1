<#
.SYNOPSIS
Opens the service, refreshes the inventory, and shows the scores and the resources most at risk.

.DESCRIPTION
Waits until the service is initialised, refreshes the inventory of all resource types, and then writes the products with
their protection scores, followed by the resources most at risk. Run Connect-Bdrc first.

.PARAMETER Timeout
Seconds that each of the two waits may take.

.EXAMPLE
Connect-Bdrc -Region cn-shanghai
./Start-FirstRun.ps1

.EXAMPLE
Connect-Bdrc -Sandbox
./Start-FirstRun.ps1
#>
[CmdletBinding()]
param(
    [double] $Timeout = 1800
)

$ErrorActionPreference = 'Stop'

$service = Enable-BdrcService -Wait -Timeout $Timeout
if (-not $service.IsReady) {
    throw "The service is $($service.ServiceStatus), its initialisation $($service.ServiceInitializeStatus)."
}

Update-BdrcResource -Wait -Timeout $Timeout | Out-Null

Get-BdrcProduct
Get-BdrcTopRiskyResource
