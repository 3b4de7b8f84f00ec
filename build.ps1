<#
.SYNOPSIS
Builds the module in out/Bdrc, and optionally tests and packs it.
.EXAMPLE
./build.ps1
.EXAMPLE
./build.ps1 -Test -Pack
#>
[CmdletBinding()]
param(
    # Debug, or Release with -Pack: the package gets optimized code.
    [ValidateSet('Debug', 'Release')]
    [string] $Configuration,

    # Run the xunit tests and, where Pester is installed, the Pester tests.
    [switch] $Test,

    # Create out/Bdrc.<version>.nupkg, with code compiled ahead of time.
    [switch] $Pack,

    # The runtimes to compile for, such as net10.0/linux-x64; by default those of src/Bdrc.ReadyToRun. 'none' packs without.
    [string[]] $CompileFor
)

$ErrorActionPreference = 'Stop'
if (-not $Configuration) { $Configuration = if ($Pack) { 'Release' } else { 'Debug' } }

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
    $properties = @("-p:CmdletTags=$tags")
    if ($CompileFor) { $properties += "-p:ReadyToRunSets=$($CompileFor -join '+')" }
    Invoke-DotNet pack "$PSScriptRoot/src/Bdrc/Bdrc.csproj" --configuration $Configuration --no-build @properties
}
