# What a script does with the objects: filter by a heading, export, pass through a job, and give them back to a command.

BeforeAll {
    . "$PSScriptRoot/Import.ps1"
    Connect-Bdrc -Sandbox -TaskDuration 0 | Out-Null
    $script:started = Get-Date
    Update-BdrcResource | Wait-BdrcTask | Out-Null
    $policy = New-BdrcResourceCategory Prod -Tag @{ env = 'prod' } |
        New-BdrcProtectionPolicy Daily -ProtectionPolicyRegionId cn-hangzhou -AutoSnapshotPolicyId sp-first
    $policy | Set-BdrcProtectionPolicy -AutoSnapshotPolicyId sp-second | Out-Null
}

Describe 'The headings' {
    It 'filter, sort, group and measure' {
        $all = Get-BdrcResource
        $low = @($all | Where-Object Score -LT 70)
        $low.Count | Should -BeGreaterThan 0
        $low.Count | Should -BeLessThan $all.Count
        ($all | Sort-Object Risks -Descending | Select-Object -First 1).Risks | Should -Be ($all | Measure-Object Risks -Maximum).Maximum
        ($all | Group-Object Check).Name | Should -Contain 'True'
        ($all | Select-Object -First 1 Name, Score).Score | Should -Be $all[0].ProtectionScore
    }
}

Describe 'Times' {
    It 'compare with Get-Date, also after CLIXML and a job' {
        $task = Get-BdrcTask -First 1
        $task.StartTime.Kind | Should -Be 'Local'
        $task.StartTime | Should -BeGreaterThan $script:started.AddMinutes(-1)
        $task.StartTime | Should -BeLessThan (Get-Date).AddMinutes(1)

        $file = Join-Path $TestDrive task.xml
        $task | Export-Clixml $file
        (Import-Clixml $file).StartTime | Should -Be $task.StartTime
        $received = Start-Job { $input } -InputObject $task | Receive-Job -Wait -AutoRemoveJob
        $received.StartTime | Should -Be $task.StartTime
        $received.StartTime | Should -BeOfType [datetime]
        ($task | ConvertTo-Json | ConvertFrom-Json).StartTime | Should -Be $task.StartTime
        [datetime]($task | ConvertTo-Csv | ConvertFrom-Csv).StartTime | Should -Be $task.StartTime
    }
}

Describe 'An exported object' {
    It '<command> is clean as CSV and JSON and comes back' -TestCases @(
        @{ command = 'Get-BdrcTask'; id = 'TaskId' }
        @{ command = 'Get-BdrcResource'; id = 'ResourceArn' }
        @{ command = 'Get-BdrcRule' }
        @{ command = 'Get-BdrcResourceCategory'; id = 'ResourceCategoryId' }
        @{ command = 'Get-BdrcMessage'; id = 'MessageId' }
        @{ command = 'Get-BdrcProduct'; id = 'ProductType'; depth = 3 }
        @{ command = 'Get-BdrcProtectionPolicy'; id = 'ProtectionPolicyId'; depth = 3 }
        @{ command = 'Get-BdrcService' }
        @{ command = 'Get-BdrcRegion' }
        @{ command = 'Get-BdrcContext' }
    ) {
        $item = & $command | Select-Object -First 1
        $csv = ($item | ConvertTo-Csv) -join "`n"
        $csv | Should -Not -Match '@\{|System\.'
        $depthArgument = @{}
        if ($depth) { $depthArgument.Depth = $depth }
        $json = $item | ConvertTo-Json @depthArgument -WarningVariable warnings -WarningAction SilentlyContinue
        $warnings | Should -BeNullOrEmpty
        $json | Should -Not -Match 'AdditionalProperties|Object"|System\.'
        if ($id) {
            $forms = @($item | ConvertTo-Csv | ConvertFrom-Csv; $json | ConvertFrom-Json
                [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($item))
                Start-Job { $input } -InputObject $item | Receive-Job -Wait -AutoRemoveJob)
            $forms.Count | Should -Be 4
            foreach ($form in $forms) {
                ($form | & $command).$id | Should -Be $item.$id
            }
        }
    }

    It '<command> is shown alike after CLIXML, as a list and as a table' -TestCases @(
        @{ command = 'Get-BdrcTask' }
        @{ command = 'Get-BdrcResource' }
        @{ command = 'Get-BdrcRule' }
        @{ command = 'Get-BdrcResourceCategory' }
        @{ command = 'Get-BdrcProduct' }
        @{ command = 'Get-BdrcProtectionPolicy' }
        @{ command = 'Get-BdrcService' }
        @{ command = 'Get-BdrcContext' }
    ) {
        $item = & $command | Select-Object -First 1
        $item | Export-Clixml "$TestDrive/item.xml"
        $read = Import-Clixml "$TestDrive/item.xml"
        ($read | Format-List | Out-String) | Should -BeExactly ($item | Format-List | Out-String)
        ($read | Format-Table | Out-String -Width 200) | Should -BeExactly ($item | Format-Table | Out-String -Width 200)
    }

    It 'has its companions and unknown fields by name' {
        $task = Get-BdrcTask -Type UPDATE_RESOURCES -First 1
        $task.TaskDetailObject.resourceTypes | Should -Contain 'ACS::ECS::Instance'
        , $task.AdditionalProperties | Should -BeOfType [System.Collections.IDictionary]
        ($task | Select-Object TaskDetailObject).TaskDetailObject | Should -Not -BeNullOrEmpty
        $task.PSObject.Properties.Name | Should -Not -Contain 'AdditionalProperties'
    }
}

Describe 'A mixed stream' {
    It 'shows a short list of each object' {
        $text = & { Get-BdrcContext; Get-BdrcTask -First 1; Get-BdrcResource -First 1 } | Out-String
        $text | Should -Match 'PercentComplete +: 100'
        $text | Should -Not -Match 'ExecutionId|TaskPriority|VSwitchId|ResourceOwnerId'
    }
}

Describe 'A task that has not ended' {
    It 'has neither succeeded nor failed' {
        $context = New-BdrcContext -Sandbox -TaskDuration 3600
        (Update-BdrcResource -Context $context | Get-BdrcTask -Context $context).Succeeded | Should -BeNullOrEmpty
        (Get-BdrcTask -First 1).Succeeded | Should -BeTrue
    }
}
