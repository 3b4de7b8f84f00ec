<#
.SYNOPSIS
Leaves a product and single resources out of the score, or takes them in again.

.DESCRIPTION
Switches the checks of a product and of resources. Resources that are taken in again are checked at once, since their results
are as old as their last check. Writes the product and the resources as they are afterwards.

.PARAMETER ProductType
The product, such as oss.

.PARAMETER ResourceArn
Resources.

.PARAMETER Include
Takes them in again; without it they are left out.

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
