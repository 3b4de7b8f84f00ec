@{
    RootModule             = 'Bdrc.dll'
    NestedModules          = @('Bdrc.Resolver.dll', 'Bdrc.Views.psd1')
    ModuleVersion          = '0.1.0'
    GUID                   = '6f0d2b5e-8c1f-4c62-9d3b-5a4e7c19b0d7'
    Author                 = 'The Bdrc authors'
    CompanyName            = 'The Bdrc authors'
    Copyright              = 'Copyright (c) 2026 The Bdrc authors. MIT License.'
    Description            = 'Backup and Disaster Recovery Center (BDRC) of Alibaba Cloud for PowerShell: inventory, protection scores, rule checks, policies, and the asynchronous tasks behind them.'
    PowerShellVersion      = '5.1'
    CompatiblePSEditions   = @('Desktop', 'Core')
    DotNetFrameworkVersion = '4.7.2'
    FunctionsToExport      = @()
    VariablesToExport      = @()
    AliasesToExport        = @()
    CmdletsToExport        = @(
        'Add-BdrcCrossAccount'
        'Connect-Bdrc'
        'Disable-BdrcProductCheck'
        'Disable-BdrcResourceCheck'
        'Disable-BdrcService'
        'Disconnect-Bdrc'
        'Enable-BdrcCrossAccountManagement'
        'Enable-BdrcProductCheck'
        'Enable-BdrcResourceCheck'
        'Enable-BdrcService'
        'Get-BdrcCheckDetail'
        'Get-BdrcContext'
        'Get-BdrcCrossAccount'
        'Get-BdrcDataRedundancyStatistic'
        'Get-BdrcMessage'
        'Get-BdrcProduct'
        'Get-BdrcProtectionPolicy'
        'Get-BdrcProtectionPolicyApplication'
        'Get-BdrcRegion'
        'Get-BdrcResource'
        'Get-BdrcResourceCategory'
        'Get-BdrcRule'
        'Get-BdrcService'
        'Get-BdrcTask'
        'Get-BdrcTopRiskyResource'
        'Invoke-BdrcApi'
        'Measure-BdrcResource'
        'New-BdrcContext'
        'New-BdrcProtectionPolicy'
        'New-BdrcResourceCategory'
        'Remove-BdrcCrossAccount'
        'Remove-BdrcProtectionPolicy'
        'Remove-BdrcResourceCategory'
        'Set-BdrcProtectionPolicy'
        'Set-BdrcResourceCategory'
        'Start-BdrcRuleCheck'
        'Update-BdrcResource'
        'Wait-BdrcTask'
    )
    PrivateData            = @{
        PSData = @{
            Tags       = @('AlibabaCloud', 'BDRC', 'Backup', 'DisasterRecovery', 'Cloud', 'PSEdition_Desktop', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
            LicenseUri = 'https://opensource.org/license/mit'
        }
    }
}
