# A name that contains terminal control sequences, in every kind of view of a real shell.

BeforeAll {
    $manifest = if ($env:BDRC_MODULE) { $env:BDRC_MODULE } else { "$PSScriptRoot/../../out/Bdrc/Bdrc.psd1" }
    Import-Module $manifest -Force
    Connect-Bdrc -Sandbox | Out-Null
    $script:name = "x$([char]27)]0;owned$([char]7)$([char]27)[2J$([char]0x9b)31m$([char]0x7f)$([char]0)$([char]0x202e)y"
    Invoke-BdrcApi /api/v1/resource-categories/create -Method POST -Form @{
        ResourceCategoryName = $script:name
        ResourceType         = 'ACS::ECS::Instance'
        ResourceMatcher      = '{"type":"BOOL","operator":"AND","values":[{"type":"TAG","operator":"KEY_EXIST","key":"env"}]}'
    } | Out-Null
    $script:category = Get-BdrcResourceCategory | Where-Object ResourceCategoryName -CEQ $script:name
}

Describe 'A hostile name' {
    It 'is shown escaped by <view>' -TestCases @(
        @{ view = 'the default view'; show = { $args[0] } }
        @{ view = 'Format-Table'; show = { $args[0] | Format-Table } }
        @{ view = 'Format-Table *'; show = { $args[0] | Format-Table * -Wrap } }
        @{ view = 'Format-Table with a property'; show = { $args[0] | Format-Table ResourceCategoryName } }
        @{ view = 'Format-List'; show = { $args[0] | Format-List } }
        @{ view = 'Format-List *'; show = { $args[0] | Format-List * } }
        @{ view = 'Format-Wide'; show = { $args[0] | Format-Wide ResourceCategoryName } }
        @{ view = 'Format-Custom'; show = { $args[0] | Format-Custom } }
        @{ view = 'Select-Object'; show = { $args[0] | Select-Object ResourceCategoryName } }
        @{ view = 'the property'; show = { $args[0].ResourceCategoryName } }
        @{ view = 'Group-Object'; show = { $args[0] | Group-Object ResourceCategoryName } }
        @{ view = 'the error of a command'; show = { Remove-BdrcResourceCategory $args[0].ResourceCategoryName -Confirm:$false 2>&1 } }
        @{ view = 'an error of the service'; show = { try { Get-BdrcTask t-1 -ErrorAction Stop } catch { $_ | Format-List * -Force; $_.Exception | Format-List * } } }
    ) {
        $text = & $show $script:category | Out-String -Width 200
        $text | Should -Not -BeNullOrEmpty
        # PowerShell's own colors are the only sequences.
        $text = $text -replace "$([char]27)\[[0-9;]*m", ''
        $text | Should -Not -Match '[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u200B-\u200F\u202A-\u202E\u2066-\u2069]'
    }

    It 'keeps its text for scripts' {
        "$($script:category.ResourceCategoryName)" | Should -BeExactly $script:name
        ($script:category | ConvertTo-Json -Depth 4 | ConvertFrom-Json).ResourceCategoryName | Should -BeExactly $script:name
        $script:category.ResourceCategoryName.Length | Should -Be $script:name.Length
    }
}
