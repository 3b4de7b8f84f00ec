# The scripts that are shipped as examples, in a real shell.

BeforeAll {
    . "$PSScriptRoot/Import.ps1"
    $script:examples = Join-Path (Split-Path $script:manifest) 'Examples'
}

Describe 'The workflows' {
    BeforeEach { Connect-Bdrc -Sandbox -TaskDuration 0 | Out-Null }

    It 'runs for the first time' {
        $output = & "$script:examples/Start-FirstRun.ps1"
        @($output | Where-Object { $_ -is [Bdrc.BdrcProduct] }).ProductType | Should -Be 'ecs', 'oss', 'nas', 'ots'
        @($output | Where-Object { $_ -is [Bdrc.BdrcResource] }).Count | Should -BeGreaterThan 0
    }

    It 'shows why a resource is at risk' {
        $output = & "$script:examples/Show-ResourceRisk.ps1"
        $output.CheckStatus | Select-Object -Unique | Should -Be 'FAILED'
    }

    It 'refreshes the inventory' {
        @(& "$script:examples/Update-Inventory.ps1").Count | Should -Be 10
    }

    It 'changes what the score covers' {
        $arn = (Get-BdrcResource -ResourceType ACS::OSS::Bucket -First 2).ResourceArn
        $output = & "$script:examples/Set-ScoreScope.ps1" -ProductType ots -ResourceArn $arn
        $output.EnableCheck | Should -Be $false, $false, $false
        $output = & "$script:examples/Set-ScoreScope.ps1" -ProductType ots -ResourceArn $arn -Include
        $output.EnableCheck | Should -Be $true, $true, $true
    }

    It 'protects in bulk' {
        $output = & "$script:examples/New-BulkProtection.ps1" -Tag @{ env = 'prod' } -AutoSnapshotPolicyId sp-daily -RegionId cn-hangzhou -Name daily
        $output.ApplyStatus | Select-Object -Unique | Should -Be 'FAILED'
    }

    It 'shows messages' {
        New-BdrcProtectionPolicy daily -ProtectionPolicyRegionId cn-hangzhou -AutoSnapshotPolicyId sp-first |
            Set-BdrcProtectionPolicy -AutoSnapshotPolicyId sp-second
        (& "$script:examples/Watch-Message.ps1" -Since -7d).MessageContentObject | Should -Not -BeNullOrEmpty
    }

    It 'manages member accounts' {
        $output = & "$script:examples/Add-MemberAccount.ps1" -TargetId fd-production -TargetType FOLDER
        @($output | Where-Object { $_ -is [Bdrc.BdrcCrossAccount] }).TargetId | Sort-Object | Should -Be '1580000000000002', '1580000000000003'
    }
}
