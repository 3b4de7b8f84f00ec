# Dot-sourced by the tests: imports the module, in the language of the texts that the tests compare.
$script:manifest = (Resolve-Path -LiteralPath $(
        if ($env:BDRC_MODULE) { $env:BDRC_MODULE } else { "$PSScriptRoot/../../out/Bdrc/Bdrc.psd1" })).Path
Import-Module $script:manifest -Force
[cultureinfo]::CurrentUICulture = 'en-US'
