<#
.SYNOPSIS
Excludes a product and single resources from the score, or includes them again.

.DESCRIPTION
Turns the checks of a product and of resources off or on. Resources that are included again are checked at once, because their
results are as old as their last check. Writes the product and the resources after the change.

.PARAMETER ProductType
The product, such as oss.

.PARAMETER ResourceArn
Resources.

.PARAMETER Include
Includes them again; without it they are excluded.

.EXAMPLE
./Set-ScoreScope.ps1 -ProductType ots

.EXAMPLE
./Set-ScoreScope.ps1 -ResourceArn (Get-BdrcResource -ResourceType ACS::OSS::Bucket -First 3).ResourceArn

.EXAMPLE
./Set-ScoreScope.ps1 -ProductType ots -Include
#>
[CmdletBinding()]
param(
    [string] $ProductType,

    [string[]] $ResourceArn = @(),

    [switch] $Include
)

$ErrorActionPreference = 'Stop'

if ($Include) {
    if ($ProductType) {
        Enable-BdrcProductCheck $ProductType -PassThru
    }

    $ResourceArn | Enable-BdrcResourceCheck
    $ResourceArn | Start-BdrcRuleCheck -Wait | Out-Null
}
else {
    if ($ProductType) {
        Disable-BdrcProductCheck $ProductType -PassThru
    }

    $ResourceArn | Disable-BdrcResourceCheck
}

if ($ResourceArn) {
    Get-BdrcResource $ResourceArn
}
