namespace Bdrc.Module.Tests.Input;

/// <summary>Lines whose parameters cannot be combined, each with the two names that the error must contain.</summary>
public static class Combinations
{
    private const string Role = "acs:ram::1:role/backup";
    private const string Provider = "acs:ram::1:oidc-provider/github";

    public static IEnumerable<TheoryDataRow<string, string, string>> Wrong =>
    [
        new("New-BdrcContext cn-shanghai -AccessKeyId LTAI -ProfileName work", "-ProfileName", "-AccessKeyId"),
        new("New-BdrcContext cn-shanghai -ProfileName work -AccessKeySecret x", "-AccessKeySecret", "-ProfileName"),
        new("New-BdrcContext cn-shanghai -EcsRamRole '' -CredentialsUri https://x.example.com", "-CredentialsUri", "-EcsRamRole"),
        new("New-BdrcContext cn-shanghai -EcsRamRole '' -RoleArn " + Role, "-RoleArn", "-EcsRamRole"),
        new("New-BdrcContext cn-shanghai -GitHubActions -AzurePipelines", "-AzurePipelines", "-GitHubActions"),
        new("New-BdrcContext cn-shanghai -GitHubActions -ServiceConnectionId x", "-ServiceConnectionId", "-GitHubActions"),
        new("New-BdrcContext cn-shanghai -GitHubActions -OidcTokenFile x", "-OidcTokenFile", "-GitHubActions"),
        new("New-BdrcContext -Sandbox -Endpoint bdrc.example.com", "-Endpoint", "-Sandbox"),
        new("New-BdrcContext -Sandbox -AccessKeyId LTAI", "-AccessKeyId", "-Sandbox"),
        new("New-BdrcContext -Sandbox -Proxy http://proxy.example.com", "-Proxy", "-Sandbox"),
        new("New-BdrcContext -Sandbox -UseVpcEndpoint", "-UseVpcEndpoint", "-Sandbox"),
        new("New-BdrcContext -ProfileName work -Resources 5", "-Resources", "-ProfileName"),
        new("New-BdrcContext cn-shanghai -Endpoint bdrc.example.com -UseVpcEndpoint", "-UseVpcEndpoint", "-Endpoint"),
        new(
            "New-BdrcContext cn-shanghai -ProxyCredential (& { $s = [securestring]::new(); $s.AppendChar('p'); " +
            "[pscredential]::new('u', $s) })",
            "-ProxyCredential",
            "without -Proxy"),
        new("New-BdrcContext cn-shanghai -AccessKeyId LTAI", "-AccessKeyId", "-AccessKeySecret"),
        new("New-BdrcContext cn-shanghai -AccessKeySecret x", "-AccessKeyId", "-AccessKeySecret"),
        new("New-BdrcContext cn-shanghai -SecurityToken x", "-SecurityToken", "-AccessKeyId and -AccessKeySecret"),
        new("New-BdrcContext cn-shanghai -RoleSessionName job-1", "-RoleSessionName", "-RoleArn"),
        new("New-BdrcContext cn-shanghai -ProfileName work -ExternalId x1", "-ExternalId", "-RoleArn"),
        new("New-BdrcContext cn-shanghai -Policy '{}'", "-Policy", "-RoleArn"),
        new("New-BdrcContext cn-shanghai -DurationSeconds 900", "-DurationSeconds", "-RoleArn"),
        new($"New-BdrcContext cn-shanghai -OidcProviderArn {Provider} -RoleArn {Role}", "-OidcTokenFile", "-OidcProviderArn"),
        new(
            $"New-BdrcContext cn-shanghai -OidcProviderArn {Provider} -RoleArn {Role} -AccessKeyId LTAI",
            "-AccessKeyId",
            "-OidcProviderArn"),
        new($"New-BdrcContext cn-shanghai -OidcProviderArn {Provider} -RoleArn {Role} -ExternalId x1", "-ExternalId", "-OidcProviderArn"),
        new($"New-BdrcContext cn-shanghai -GitHubActions -OidcProviderArn {Provider}", "-RoleArn", "-OidcProviderArn"),
        new($"New-BdrcContext cn-shanghai -AzurePipelines -RoleArn {Role}", "-OidcProviderArn", "-RoleArn"),

        new("Get-BdrcTask -Context (Get-BdrcContext) -ProfileName work", "-Context", "-ProfileName"),
        new("Get-BdrcTask -TaskId t-1 -Status RUNNING", "-Status", "-TaskId"),
        new("Get-BdrcTask -PageSize 10 -TaskId t-1", "-TaskId", "-PageSize"),
        new("Get-BdrcMessage -MessageId m-1 -Level WARNING", "-Level", "-MessageId"),
        new("Get-BdrcMessage -LaterThan 2024-02-01 -EarlierThan 2024-01-01", "-LaterThan", "-EarlierThan"),
        new(
            "Get-BdrcProtectionPolicy -ProtectionPolicyId p-1 -ProtectionPolicyRegionId cn-beijing",
            "-ProtectionPolicyRegionId",
            "-ProtectionPolicyId"),
        new(
            "Get-BdrcProtectionPolicy -ProtectionPolicyRegionId cn-beijing -IncludeSummary",
            "-IncludeSummary",
            "-ProtectionPolicyRegionId"),
        new("Get-BdrcResourceCategory -PageSize 10 -ResourceCategoryId rc-1", "-ResourceCategoryId", "-PageSize"),

        new("New-BdrcResourceCategory mine -HasTag env -ResourceMatcher '{}'", "-ResourceMatcher", "-HasTag"),
        new("New-BdrcResourceCategory mine", "-Tag", "-HasTag"),
        new("Set-BdrcResourceCategory rc-1 -ResourceMatcher '{}' -Tag @{ env = 'prod' }", "-Tag", "-ResourceMatcher"),
        new("Set-BdrcResourceCategory rc-1", "-Name", "-ResourceMatcher"),
        new("New-BdrcProtectionPolicy daily -ProtectionPolicyRegionId cn-beijing", "-AutoSnapshotPolicyId", "-SubProtectionPolicy"),
        new("Set-BdrcProtectionPolicy p-1", "-Name", "-ResourceCategoryId"),
        new("Measure-BdrcResource -TagNot @{ env = 'prod' } -TagResourceMatcher '[]'", "-TagResourceMatcher", "-TagNot"),
        new("Measure-BdrcResource -HasTag env -NoWait -AsJob", "-AsJob", "-NoWait"),
        new("Measure-BdrcResource -HasTag env -NoWait -Timeout 5", "-Timeout", "-NoWait"),
        new("Update-BdrcResource -Timeout 5", "-Timeout", "-Wait or -AsJob"),
        new("Start-BdrcRuleCheck acs:x -PollInterval 5", "-PollInterval", "-Wait or -AsJob"),
        new("Add-BdrcCrossAccount 1 -Timeout 5", "-Timeout", "-Wait or -AsJob"),
        new("Remove-BdrcCrossAccount 1 -Confirm:$false -Timeout 5", "-Timeout", "-Wait or -AsJob"),
        new("Enable-BdrcService -Timeout 5", "-Timeout", "-Wait"),
        new("Enable-BdrcService -PollInterval 5", "-PollInterval", "-Wait"),
        new("Invoke-BdrcApi /api/v1/tasks -Form @{ a = 1 }", "-Form", "-Method POST, PUT, PATCH or DELETE"),
        new("New-BdrcContext -Resources 5", "-Resources", "-Sandbox"),
        new($"New-BdrcContext cn-shanghai -RoleArn {Role} -OidcTokenFile token", "-RoleArn", "-OidcProviderArn"),
        new($"New-BdrcContext cn-shanghai -OidcProviderArn {Provider} -OidcTokenFile token", "-OidcProviderArn", "-RoleArn"),
        new("New-BdrcContext cn-shanghai -ServiceConnectionId x", "-ServiceConnectionId", "-AzurePipelines"),
        new("Get-BdrcProtectionPolicy -IncludeSummary", "-IncludeSummary", "-ProtectionPolicyId"),
        new("Get-BdrcTask t-1 -Status RUNNING", "-TaskId", "-Status"),
        new("'t-1' | Get-BdrcTask -Status RUNNING", "-TaskId", "-Status"),
        new("Invoke-BdrcApi /api/v1/tasks HEAD -Form @{ a = 1 }", "-Form", "-Method POST, PUT, PATCH or DELETE"),
    ];

    // PowerShell refuses these before the command runs, and its errors name what is missing or unknown.
    public static IEnumerable<TheoryDataRow<string, string>> Unresolved =>
    [
        new("Get-BdrcCheckDetail", "ResourceArn"),
        new("New-BdrcProtectionPolicy daily -AutoSnapshotPolicyId sp-1", "ProtectionPolicyRegionId"),
        new("Get-BdrcTask -Regions cn-shanghai", "Regions"),
        new("Get-BdrcTask -Status RUNNING -Status FAILED", "Status"),
    ];
}
