# Completion with Tab in a real shell.

BeforeAll {
    . "$PSScriptRoot/Import.ps1"
    $script:before = $env:ALIBABA_CLOUD_CONFIG_FILE
    $env:ALIBABA_CLOUD_CONFIG_FILE = Join-Path $TestDrive 'config.json'
    Set-Content $env:ALIBABA_CLOUD_CONFIG_FILE '{"profiles":[{"name":"prod"},{"name":"it''s dev"}]}'
}

AfterAll { $env:ALIBABA_CLOUD_CONFIG_FILE = $script:before }

Describe 'Completion' {
    It 'completes the profiles of this machine for <Command>' -TestCases @(
        @{ Command = 'Connect-Bdrc' }
        @{ Command = 'Get-BdrcTask' }
    ) {
        param($Command)
        $line = "$Command -ProfileName "
        $completions = (TabExpansion2 $line $line.Length).CompletionMatches.CompletionText
        $completions | Should -Contain 'prod'
        $completions | Should -Contain "'it''s dev'"
    }
}
