# A name that contains terminal control sequences, in every kind of view of a real shell.

BeforeAll {
    . "$PSScriptRoot/Import.ps1"
    $script:name = "x$([char]27)]0;owned$([char]7)$([char]27)[2J$([char]0x9b)31m$([char]0x7f)$([char]0)$([char]0x202e)y"
    # Also runs in a job, which has no other function or variable of this file.
    $script:getCategory = {
        param($Manifest, $Name)
        Import-Module $Manifest
        Connect-Bdrc -Sandbox | Out-Null
        Invoke-BdrcApi /api/v1/resource-categories/create -Method POST -Form @{
            ResourceCategoryName = $Name
            ResourceType         = 'ACS::ECS::Instance'
            ResourceMatcher      = '{"type":"BOOL","operator":"AND","values":[{"type":"TAG","operator":"KEY_EXIST","key":"env"}]}'
        } | Out-Null
        Get-BdrcResourceCategory | Where-Object ResourceCategoryName -CEQ $Name
    }

    function Assert-Escaped($Text) {
        $Text | Should -Not -BeNullOrEmpty
        # PowerShell's own colors are the only sequences.
        $Text -replace "$([char]27)\[[0-9;]*m", '' |
            Should -Not -Match '[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\u200B-\u200F\u202A-\u202E\u2066-\u2069]'
    }
}

Describe 'A hostile name from <source>' -ForEach @(
    @{ source = 'a command'; get = { & $script:getCategory $script:manifest $script:name } }
    @{
        source = 'a job'
        get    = { Start-Job $script:getCategory -ArgumentList $script:manifest, $script:name | Receive-Job -Wait -AutoRemoveJob }
    }
    @{
        source = 'a job that selects properties'
        get    = {
            $select = "(& { $script:getCategory } `$args[0] `$args[1]) | Select-Object ResourceCategoryName, Name"
            Start-Job ([scriptblock]::Create($select)) -ArgumentList $script:manifest, $script:name | Receive-Job -Wait -AutoRemoveJob
        }
    }
    @{
        source = 'Import-Clixml'
        get    = {
            & $script:getCategory $script:manifest $script:name | Export-Clixml "$TestDrive/category.xml"
            Import-Clixml "$TestDrive/category.xml"
        }
    }
) {
    BeforeAll { $script:category = & $get }

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
    ) {
        Assert-Escaped (& $show $script:category | Out-String -Width 200)
    }

    It 'keeps its text for scripts' {
        "$($script:category.ResourceCategoryName)" | Should -BeExactly $script:name
        ($script:category | ConvertTo-Json -Depth 4 | ConvertFrom-Json).ResourceCategoryName | Should -BeExactly $script:name
        $script:category.ResourceCategoryName.Length | Should -Be $script:name.Length
    }
}

Describe 'An error of the service' {
    It 'is shown escaped, <source>' -TestCases @(
        @{ source = 'with all its properties'; get = { $args[0] } }
        @{ source = 'from CLIXML'; get = { $args[0] | Export-Clixml "$TestDrive/error.xml"; Import-Clixml "$TestDrive/error.xml" } }
    ) {
        Connect-Bdrc -Sandbox | Out-Null
        $caught = try { Get-BdrcTask t-1 -ErrorAction Stop } catch { $_ }
        $read = & $get $caught
        Assert-Escaped ($read | Format-List * -Force | Out-String -Width 200)
        Assert-Escaped ($read.Exception | Format-List * | Out-String -Width 200)
    }
}
