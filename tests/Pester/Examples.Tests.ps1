# The examples of the help in a real shell, where the commands that the engine's package lacks exist.

BeforeDiscovery {
    . "$PSScriptRoot/Import.ps1"
    $examples = foreach ($language in 'en-US', 'zh-CN') {
        $help = [xml](Get-Content -Raw -Encoding UTF8 (Join-Path (Split-Path $script:manifest) "$language/Bdrc.dll-Help.xml"))
        foreach ($example in $help.helpItems.command.examples.example) { @{ Code = [string]$example.code } }
    }
    $examples = $examples.Code | Sort-Object -Unique | ForEach-Object { @{ Code = $_ } }
}

BeforeAll {
    . "$PSScriptRoot/Import.ps1"
    $script:setup = [scriptblock]::Create((Get-Content -Raw "$PSScriptRoot/ExampleSetup.txt"))
    $script:before = $env:ALIBABA_CLOUD_ACCESS_KEY_ID, $env:ALIBABA_CLOUD_ACCESS_KEY_SECRET
    $env:ALIBABA_CLOUD_ACCESS_KEY_ID = 'LTAI5tExampleKey00001'
    $env:ALIBABA_CLOUD_ACCESS_KEY_SECRET = 'example'
    Push-Location $TestDrive
}

AfterAll {
    Pop-Location
    $env:ALIBABA_CLOUD_ACCESS_KEY_ID, $env:ALIBABA_CLOUD_ACCESS_KEY_SECRET = $script:before
}

Describe 'The examples of the help' {
    It 'run without an error: <Code>' -TestCases $examples {
        param($Code)
        $ConfirmPreference = 'None'
        . $script:setup
        $output = @(& ([scriptblock]::Create($Code)) 2>&1)
        $output | Where-Object { $_ -is [System.Management.Automation.ErrorRecord] } | Should -BeNullOrEmpty
    }
}
