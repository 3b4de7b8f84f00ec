<#
.SYNOPSIS
Builds the module in out/Bdrc, and optionally tests and packs it.
.EXAMPLE
./build.ps1
.EXAMPLE
./build.ps1 -Configuration Release -Test -Pack
#>
[CmdletBinding()]
param(
    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug',

    # Run the xunit tests and, where Pester is installed, the Pester tests.
    [switch] $Test,

    # Create out/Bdrc.<version>.nupkg.
    [switch] $Pack
)

$ErrorActionPreference = 'Stop'

function Invoke-DotNet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $($args -join ' ') failed with exit code $LASTEXITCODE." }
}

Invoke-DotNet build "$PSScriptRoot/Bdrc.sln" --configuration $Configuration

if ($Test) {
    Invoke-DotNet test --solution "$PSScriptRoot/Bdrc.sln" --configuration $Configuration --no-build
    if (Get-Module -ListAvailable -Name Pester | Where-Object { $_.Version.Major -ge 5 }) {
        $result = Invoke-Pester -Path "$PSScriptRoot/tests/Pester" -PassThru
        if ($result.FailedCount -gt 0) { throw "$($result.FailedCount) Pester tests failed." }
    }
}

if ($Pack) {
    # Galleries find a module by the cmdlet names in its tags.
    $cmdlets = (Import-PowerShellDataFile "$PSScriptRoot/Bdrc.psd1").CmdletsToExport
    $tags = @($cmdlets | ForEach-Object { "PSCmdlet_$_"; "PSCommand_$_" }) -join ' '
    Invoke-DotNet pack "$PSScriptRoot/src/Bdrc/Bdrc.csproj" --configuration $Configuration --no-build "-p:CmdletTags=$tags"
}
