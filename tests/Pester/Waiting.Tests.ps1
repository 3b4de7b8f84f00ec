# Waits in a real shell, with jobs, Select-Object and redirection.

BeforeAll { . "$PSScriptRoot/Import.ps1" }

Describe 'Wait-BdrcTask' {
    It 'emits tasks that succeed and writes an error for an unknown one, in one pipeline' {
        Connect-Bdrc -Sandbox -TaskDuration 0 -FinishedTasks 20 | Out-Null
        $ids = @(Get-BdrcTask | ForEach-Object TaskId) + 't-none' + (Update-BdrcResource).TaskId
        $tasks = $ids | Wait-BdrcTask -ErrorVariable failed -ErrorAction SilentlyContinue
        @($tasks).Count | Should -Be 21
        @($tasks.TaskId | Select-Object -Unique).Count | Should -Be 21
        $failed.FullyQualifiedErrorId | Should -Be 'TaskNotFound,Bdrc.Commands.WaitBdrcTaskCommand'
    }

    It 'names the unfinished tasks after a timeout' {
        Connect-Bdrc -Sandbox -TaskDuration 3600 | Out-Null
        $handle = Update-BdrcResource
        $handle | Wait-BdrcTask -Timeout 0.1 -PollInterval 0.05 -ErrorVariable late -ErrorAction SilentlyContinue | Should -BeNullOrEmpty
        $late.FullyQualifiedErrorId | Should -Be 'WaitTimeout,Bdrc.Commands.WaitBdrcTaskCommand'
        "$late" | Should -Match $handle.TaskId
    }

    It 'ends with the first task with -Any or Select-Object -First' {
        Connect-Bdrc -Sandbox -TaskDuration 3600 -FinishedTasks 3 | Out-Null
        $null = Update-BdrcResource
        @(Get-BdrcTask | Wait-BdrcTask -Any -PollInterval 0.05).Count | Should -Be 1
        @(Get-BdrcTask | Wait-BdrcTask -PollInterval 0.05 | Select-Object -First 2).Count | Should -Be 2
    }

    It 'ends a script that stops at errors' {
        $script = "Import-Module '$script:manifest'; `$ErrorActionPreference = 'Stop'; Connect-Bdrc -Sandbox | Out-Null; Wait-BdrcTask t-none; 'reached ' + 2"
        $output = & ([System.Diagnostics.Process]::GetCurrentProcess().Path) -NoProfile -NonInteractive -Command $script 2>&1
        $LASTEXITCODE | Should -Be 1
        "$output" | Should -Not -Match 'reached 2'
    }
}

Describe 'Jobs' {
    It 'emit the result of <Name> through Receive-Job' -TestCases @(
        @{ Name = 'Update-BdrcResource'; Start = { Update-BdrcResource -AsJob -PollInterval 0.05 }; Property = 'Succeeded' }
        @{ Name = 'Enable-BdrcService'; Start = { Disable-BdrcService -Confirm:$false | Out-Null; Enable-BdrcService -AsJob -PollInterval 0.05 }; Property = 'IsReady' }
    ) {
        param($Name, $Start, $Property)
        Connect-Bdrc -Sandbox -TaskDuration 0.2 | Out-Null
        $job = & $Start
        $job.PSJobTypeName | Should -Be 'BdrcWait'
        $result = $job | Receive-Job -Wait
        $result.$Property | Should -BeTrue
        $job.State | Should -Be 'Completed'
        $job | Remove-Job
        Get-Job | Where-Object PSJobTypeName -eq 'BdrcWait' | Should -BeNullOrEmpty
    }

    It 'can be stopped during the wait' {
        Connect-Bdrc -Sandbox -TaskDuration 3600 | Out-Null
        $job = Update-BdrcResource -AsJob
        Stop-Job $job
        $job.State | Should -Be 'Stopped'
        Remove-Job $job
    }
}

Describe 'Starting and waiting at once' {
    It '<Line>' -TestCases @(
        @{ Line = 'Measure-BdrcResource -HasTag env'; Type = 'Bdrc.BdrcResourceCount' }
        @{ Line = 'Update-BdrcResource -Wait'; Type = 'Bdrc.BdrcTask' }
        @{ Line = 'Get-BdrcResource | Select-Object -First 1 | Start-BdrcRuleCheck -Wait'; Type = 'Bdrc.BdrcTask' }
        @{ Line = 'Enable-BdrcService -Wait'; Type = 'Bdrc.BdrcService' }
    ) {
        param($Line, $Type)
        Connect-Bdrc -Sandbox -TaskDuration 0 | Out-Null
        $result = @(& ([scriptblock]::Create($Line)))
        $result.Count | Should -BeGreaterThan 0
        $result[0].PSObject.TypeNames | Should -Contain $Type
    }
}
