# Two versions or two copies of the module in one real shell, and module folders with special characters. Each case has its own process.

BeforeAll {
    . "$PSScriptRoot/Import.ps1"
    $script:folder = Split-Path $script:manifest
    $script:shell = (Get-Process -Id $PID).Path
    $script:version = (Import-PowerShellDataFile $script:manifest).ModuleVersion

    # Returns what the script writes, errors included, without colors.
    function Invoke-Shell([string] $Script) {
        $lines = & $script:shell -NoProfile -NonInteractive -Command $Script 2>&1
        @($lines | ForEach-Object { "$_" -replace '\x1b\[[0-9;]*m' } | Where-Object { $_.Trim() })
    }

    # A copy that is another version for .NET: the text of the version in the resolver, and so its name, is another one.
    function New-Copy([string] $Name, [string] $Version) {
        $target = Join-Path $TestDrive $Name
        $null = New-Item -ItemType Directory -Path ([WildcardPattern]::Escape($target))
        foreach ($file in [IO.Directory]::GetFiles($script:folder, '*', 'AllDirectories')) {
            $copy = Join-Path $target $file.Substring($script:folder.Length + 1)
            $null = [IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($copy))
            [IO.File]::Copy($file, $copy)
        }
        if ($Version) {
            $latin1 = [Text.Encoding]::GetEncoding(28591)
            foreach ($file in 'Bdrc.Resolver.dll', 'Bdrc.psd1') {
                $text = $latin1.GetString([IO.File]::ReadAllBytes("$target/$file"))
                [IO.File]::WriteAllBytes("$target/$file", $latin1.GetBytes($text.Replace($script:version, $Version)))
            }
        }
        Join-Path $target 'Bdrc.psd1'
    }

    $script:use = '$null = Connect-Bdrc -Sandbox; (Get-BdrcService).ServiceStatus; (Get-BdrcService | Out-String).Contains("OPENED")'
}

Describe 'A second version in one session' {
    BeforeAll {
        $script:other = New-Copy -Name other -Version ($script:version -replace '\d$', '9')
        $script:sentence = "Bdrc $($script:version) is loaded in this session and cannot be unloaded: " +
            "start a new session to use Bdrc $($script:version -replace '\d$', '9')."
    }

    It 'is refused beside the first, which stays usable' {
        $lines = Invoke-Shell "`$ErrorView = 'CategoryView'; Import-Module '$script:folder/Bdrc.psd1'; $script:use
            try { Import-Module '$script:other' } catch { `$_.Exception.Message }; `$Error.Count; $script:use"
        $lines | Should -Be 'OPENED', 'True', $script:sentence, '1', 'OPENED', 'True'
    }

    It 'is refused after the first was removed, which can be imported again' {
        $lines = Invoke-Shell "Import-Module '$script:folder/Bdrc.psd1'; $script:use; Remove-Module Bdrc
            try { Import-Module '$script:other' } catch { `$_.Exception.Message }; `$Error.Count
            Import-Module '$script:folder/Bdrc.psd1'; $script:use"
        $lines | Should -Be 'OPENED', 'True', $script:sentence, '1', 'OPENED', 'True'
    }
}

Describe 'A second folder with the same version' {
    BeforeAll {
        $script:copy = New-Copy -Name copy
        $script:sentence = "Bdrc $($script:version) is loaded from '$script:folder': import it from there, or run Remove-Module Bdrc first."
    }

    It 'is refused beside the first, which stays usable' {
        $lines = Invoke-Shell "`$ErrorView = 'CategoryView'; Import-Module '$script:folder/Bdrc.psd1'; $script:use
            try { Import-Module '$script:copy' } catch { `$_.Exception.Message }; `$Error.Count; $script:use"
        $lines | Should -Be 'OPENED', 'True', $script:sentence, '1', 'OPENED', 'True'
    }

    It 'is imported after the first was removed' {
        $lines = Invoke-Shell "Import-Module '$script:folder/Bdrc.psd1'; $script:use; Remove-Module Bdrc
            Import-Module '$script:copy'; $script:use; `$Error.Count"
        $lines | Should -Be 'OPENED', 'True', 'OPENED', 'True', '0'
    }
}

Describe 'A forced import' {
    It 'is quiet' {
        $lines = Invoke-Shell "Import-Module '$script:folder/Bdrc.psd1'; $script:use
            Import-Module '$script:folder/Bdrc.psd1' -Force; $script:use; `$Error.Count"
        $lines | Should -Be 'OPENED', 'True', 'OPENED', 'True', '0'
    }
}

Describe 'A module folder' {
    It 'can be named <Name>' -TestCases @(
        @{ Name = 'a [b] c' }
        @{ Name = '[a-z]' }
        @{ Name = 'a]b' }
        @{ Name = "it's" }
    ) {
        param($Name)
        $copy = [WildcardPattern]::Escape((New-Copy -Name $Name)).Replace("'", "''")
        Invoke-Shell "Import-Module '$copy'; $script:use" | Should -Be 'OPENED', 'True'
    }
}
