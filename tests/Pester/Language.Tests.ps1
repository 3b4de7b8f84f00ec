# The language of messages in a real shell, also in Windows PowerShell.

BeforeAll { . "$PSScriptRoot/Import.ps1" }

Describe 'Messages' {
    It 'are in <Language> for the UI culture <Culture>' -TestCases @(
        @{ Culture = 'zh-CN'; Language = 'Chinese'; Text = "TaskId 不可用：'..' 是路径导航符。*" }
        @{ Culture = 'zh-SG'; Language = 'Chinese'; Text = "TaskId 不可用：'..' 是路径导航符。*" }
        @{ Culture = 'zh-TW'; Language = 'English'; Text = "TaskId cannot be used: '..' is path navigation.*" }
        @{ Culture = 'en-US'; Language = 'English'; Text = "TaskId cannot be used: '..' is path navigation.*" }
        @{ Culture = 'fr-FR'; Language = 'English'; Text = "TaskId cannot be used: '..' is path navigation.*" }
    ) {
        param($Culture, $Language, $Text)
        [cultureinfo]::CurrentUICulture = $Culture
        Connect-Bdrc -Sandbox | Out-Null
        Get-BdrcTask '..' -ErrorVariable refused -ErrorAction SilentlyContinue
        "$refused" | Should -BeLike $Text
        $refused.FullyQualifiedErrorId | Should -Be 'InvalidTaskId,Bdrc.Commands.GetBdrcTaskCommand'
    }

    It 'of a job are in the language of the session' {
        [cultureinfo]::CurrentUICulture = 'zh-CN'
        Connect-Bdrc -Sandbox -TaskDuration 3600 | Out-Null
        $job = Update-BdrcResource -AsJob -Timeout 0.1 -PollInterval 0.05
        $null = $job | Receive-Job -Wait -ErrorVariable late -ErrorAction SilentlyContinue
        "$late" | Should -BeLike '*任务继续执行。*'
        $job | Remove-Job
    }
}
