<#
.SYNOPSIS
Shows why a resource is at risk, checks it again, and shows what is left.

.DESCRIPTION
Writes the checks that the resource failed, starts a check of all its rules, waits for it, and writes the checks that still
fail. Fix the resource in its own product in between; -Recheck skips the first list.

.PARAMETER ResourceArn
The resource; without it, the one that is most at risk.

.PARAMETER Recheck
Checks first, and shows only what fails after that.

.EXAMPLE
./Show-ResourceRisk.ps1

.EXAMPLE
./Show-ResourceRisk.ps1 -ResourceArn acs:ecs:123456789:cn-shanghai:instance/i-001 -Recheck
#>
[CmdletBinding()]
param(
    [string] $ResourceArn,

    [switch] $Recheck
)

$ErrorActionPreference = 'Stop'

if (-not $ResourceArn) {
    $riskiest = @(Get-BdrcTopRiskyResource)
    if ($riskiest.Count -eq 0) {
        return
    }

    $ResourceArn = $riskiest[0].ResourceArn
}

if (-not $Recheck) {
    Get-BdrcCheckDetail $ResourceArn | Where-Object CheckStatus -EQ 'FAILED'
}

Start-BdrcRuleCheck $ResourceArn -Wait | Out-Null
Get-BdrcCheckDetail $ResourceArn | Where-Object CheckStatus -EQ 'FAILED'
