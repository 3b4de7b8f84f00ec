# The main job in a real shell, where all commands of PowerShell exist.

BeforeAll { . "$PSScriptRoot/Import.ps1" }

Describe 'The main job' {
    BeforeEach { Connect-Bdrc -Sandbox -TaskDuration 0 -FinishedTasks 250 | Out-Null }

    It 'starts a task and waits for it' {
        $task = Update-BdrcResource | Wait-BdrcTask
        $task.TaskStatus | Should -Be 'COMPLETE'
        $task.Succeeded | Should -BeTrue
    }

    It 'lists every task' {
        @(Get-BdrcTask).Count | Should -Be 250
    }

    It 'requests no further page when the pipeline stops' {
        $output = Get-BdrcTask -PageSize 10 -Verbose 4>&1 | Select-Object -First 3
        @($output | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] -and $_.Message -match "returned" }).Count | Should -Be 1
    }

    It 'shows a table' {
        $text = Update-BdrcResource | Wait-BdrcTask | Format-Table | Out-String -Width 120
        $text | Should -Match 'TaskId +Status +PercentComplete'
        $text | Should -Match 'COMPLETE +100 '
    }

    It 'binds a task that was converted to <Form>' -TestCases @(
        @{ Form = 'Clixml'; Convert = { param($task) [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($task)) } }
        @{ Form = 'CSV'; Convert = { param($task) $task | ConvertTo-Csv -NoTypeInformation | ConvertFrom-Csv } }
        @{ Form = 'JSON'; Convert = { param($task) $task | ConvertTo-Json | ConvertFrom-Json } }
    ) {
        param($Form, $Convert)
        $task = Get-BdrcTask | Select-Object -First 1
        (& $Convert $task | Get-BdrcTask).TaskId | Should -Be $task.TaskId
    }

    It 'accepts a context in parallel runspaces' -Skip:($PSVersionTable.PSVersion.Major -lt 7) {
        $context = Get-BdrcContext
        $ids = (Get-BdrcTask -PageSize 10 | Select-Object -First 4).TaskId
        $path = $script:manifest
        $found = $ids | ForEach-Object -Parallel { Import-Module $using:path; (Get-BdrcTask $_ -Context $using:context).TaskId }
        $found | Sort-Object | Should -Be ($ids | Sort-Object)
    }
}

Describe 'Errors' {
    It 'reports an unknown task as TaskNotFound' {
        Connect-Bdrc -Sandbox | Out-Null
        { Get-BdrcTask t-none -ErrorAction Stop } | Should -Throw -ErrorId 'TaskNotFound,Bdrc.Commands.GetBdrcTaskCommand'
    }

    It 'refuses http to another machine' {
        { Connect-Bdrc -Endpoint http://example.invalid } | Should -Throw -ErrorId 'InvalidEndpoint,Bdrc.Commands.ConnectBdrcCommand'
    }
}
