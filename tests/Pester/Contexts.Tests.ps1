# Contexts in a real shell: two accounts at once, and what a saved context contains.

BeforeAll {
    . "$PSScriptRoot/Import.ps1"
    $script:secret = 'sandbox-secret-not-for-production'
}

Describe 'Two accounts in one process' {
    It 'are never mixed up' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $contexts = @(
            New-BdrcContext -Sandbox -FinishedTasks 11
            New-BdrcContext -Sandbox -FinishedTasks 23
        )
        $path = $script:manifest
        $counts = 0..59 | ForEach-Object -Parallel {
            Import-Module $using:path
            $account = $_ % 2
            "$account $(@(Get-BdrcTask -Context ($using:contexts)[$account]).Count)"
        } -ThrottleLimit 16
        $groups = $counts | Group-Object | Sort-Object Name
        $groups.Name | Should -Be '0 11', '1 23'
        $groups | ForEach-Object Count | Should -Be 30, 30
    }
}

Describe 'A context in a file or on the screen' {
    It 'shows no secret as <Form>' -TestCases @(
        @{ Form = 'JSON'; Convert = { param($value) $value | ConvertTo-Json -Depth 5 } }
        @{ Form = 'CSV'; Convert = { param($value) $value | ConvertTo-Csv | Out-String } }
        @{ Form = 'a list'; Convert = { param($value) $value | Format-List * -Force | Out-String -Width 400 } }
        @{ Form = 'CliXml'; Convert = { param($value) $value | Export-Clixml "$TestDrive/c.xml" -Depth 5; Get-Content -Raw "$TestDrive/c.xml" } }
        @{ Form = 'a custom list'; Convert = { param($value) $value | Format-Custom -Depth 4 | Out-String -Width 400 } }
    ) {
        param($Form, $Convert)
        $context = New-BdrcContext cn-shanghai -AccessKeyId LTAI5tSomebody000001 -AccessKeySecret $script:secret -SecurityToken planted-token-of-the-shell
        $text = & $Convert $context
        $text | Should -Match 'cn-shanghai'
        $text | Should -Not -Match $script:secret
        $text | Should -Not -Match 'planted-token-of-the-shell'
        $text | Should -Not -Match 'LTAI5tSomebody000001'
    }
}
