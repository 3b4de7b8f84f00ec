# Bad input: the text of the error in a real shell, also in Windows PowerShell.

BeforeAll {
    . "$PSScriptRoot/Import.ps1"
    Connect-Bdrc -Sandbox -FinishedTasks 5 | Out-Null

    function Get-Refusal([string] $Line) {
        $caught = $null
        try { Invoke-Expression "$Line -ErrorAction Stop" | Out-Null } catch { $caught = $_ }
        if ($caught.ErrorDetails) { $caught.ErrorDetails.Message } else { $caught.Exception.Message }
    }
}

Describe 'Parameters that commands share' {
    It 'are found by Get-Command: <Parameter>' -TestCases @(
        @{ Parameter = 'HasTag'; Commands = 'Measure-BdrcResource New-BdrcResourceCategory Set-BdrcResourceCategory' }
        @{ Parameter = 'AutoSnapshotPolicyId'; Commands = 'New-BdrcProtectionPolicy Set-BdrcProtectionPolicy' }
        @{ Parameter = 'ResourceOwnerId'; Commands = 'Get-BdrcDataRedundancyStatistic Get-BdrcProduct Get-BdrcResource Get-BdrcRule Get-BdrcTopRiskyResource' }
    ) {
        param($Parameter, $Commands)
        (Get-Command -Module Bdrc -ParameterName $Parameter).Name -join ' ' | Should -Be $Commands
    }

    It 'are in a proxy of the command' {
        $proxy = [scriptblock]::Create([System.Management.Automation.ProxyCommand]::Create((Get-Command Measure-BdrcResource)))
        (& $proxy -HasTag env -NoWait).TaskId | Should -Match "^t-"
    }
}

Describe 'Bad input' {
    It 'is refused with the parameter and the allowed format: <Line>' -TestCases @(
        @{ Line = 'Get-BdrcTask -PageSize 5000'; Name = "'PageSize'"; Allowed = 'Specify a whole number from 10 to 500' }
        @{ Line = 'Get-BdrcTask -PageSize many'; Name = "'PageSize'"; Allowed = 'Specify a whole number from 10 to 500' }
        @{ Line = 'Get-BdrcTask -PageSize $null'; Name = "'PageSize'"; Allowed = 'Specify a whole number from 10 to 500' }
        @{ Line = 'Get-BdrcTask -TaskId $null'; Name = "'TaskId'"; Allowed = 'Specify the TaskId as text' }
        @{ Line = 'Get-BdrcTask -TaskId @()'; Name = "'TaskId'"; Allowed = 'Specify the TaskId as text' }
        @{ Line = 'Get-BdrcTask -Status ""'; Name = "'Status'"; Allowed = 'Specify a value that the service supports' }
        @{ Line = 'Get-BdrcTask -Region $null'; Name = "'Region'"; Allowed = 'Specify a region id such as cn-shanghai' }
        @{ Line = 'Get-BdrcTask -Context (Get-Date)'; Name = "'Context'"; Allowed = 'Specify a context from Connect-Bdrc' }
        @{ Line = 'Get-BdrcMessage -LaterThan "last week"'; Name = "'LaterThan'"; Allowed = 'ISO 8601 text such as' }
        @{ Line = 'Wait-BdrcTask t-1 -Timeout 5m'; Name = "'Timeout'"; Allowed = 'Specify 0 to 2592000 seconds' }
        @{ Line = 'Measure-BdrcResource env=prod'; Name = "'Tag'"; Allowed = 'Specify a hashtable such as' }
        @{ Line = 'New-BdrcContext cn-shanghai -Proxy proxy:8080'; Name = "'Proxy'"; Allowed = 'such as http://proxy.example.com:8080' }
        @{ Line = 'New-BdrcContext cn-shanghai -AccessKeyId $null -AccessKeySecret $null'; Name = "'AccessKeyId'"; Allowed = 'Specify the access key id' }
        @{ Line = 'New-BdrcContext cn-shanghai -Credential ([pscredential]::Empty)'; Name = "'Credential'"; Allowed = 'Specify a credential with a user name and a password' }
        @{ Line = 'New-BdrcContext cn-shanghai -AccessKeyId LTAI -ProfileName work'; Name = '-ProfileName'; Allowed = 'and -AccessKeyId cannot be used together' }
        @{ Line = 'New-BdrcContext -Sandbox -Endpoint localhost'; Name = '-Endpoint'; Allowed = 'and -Sandbox cannot be used together' }
        @{ Line = 'New-BdrcContext cn-shanghai -RoleSessionName job'; Name = '-RoleSessionName'; Allowed = 'has no effect without -RoleArn' }
        @{ Line = 'Update-BdrcResource -Timeout 60'; Name = '-Timeout'; Allowed = 'has no effect without -Wait or -AsJob' }
    ) {
        param($Line, $Name, $Allowed)
        $text = Get-Refusal $Line
        $text | Should -BeLike "*$([WildcardPattern]::Escape($Name))*"
        $text | Should -BeLike "*$([WildcardPattern]::Escape($Allowed))*"
    }

    It 'does not stop the pipeline' {
        $task = Get-BdrcTask | Select-Object -First 1
        $read = $null, (Get-Date), $task | Get-BdrcTask -ErrorAction SilentlyContinue
        @($read).Count | Should -Be 1
    }
}
