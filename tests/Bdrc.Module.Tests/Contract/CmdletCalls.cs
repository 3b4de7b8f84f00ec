namespace Bdrc.Module.Tests.Contract;

/// <summary>
/// The command lines of the operations whose line cannot be derived from the contract (<see cref="DerivedCalls"/>): a parameter is
/// built from several values, or the values must exist in the sandbox. $arn and $policy exist there.
/// </summary>
internal static class CmdletCalls
{
    private const string Matcher =
        """{"type":"BOOL","operator":"AND","values":[{"type":"TAG","operator":"EQUAL","key":"env","values":["prod"]}]}""";
    private const string Scope = "-ResourceCategoryId rc-1 -ResourceOwnerId 1580000000000001, 2";
    private const string Ecs = "ACS::ECS::Instance";
    private const string Measure =
        """[{"SubProtectionPolicyType":"ECS_AUTO_SNAPSHOT_POLICY","Config":"{\"autoSnapshotPolicyId\":\"sp-daily\"}"}]""";
    private const string Arn = "acs:ecs:cn-hangzhou:1:instance/i-1";

    private static readonly (string, string?)[] InScope = [("ResourceCategoryId", "rc-1"), ("ResourceOwnerIds", "[1580000000000001,2]")];

    public static IReadOnlyList<CmdletCall> Written { get; } =
    [
        new("OpenBdrcService", "Enable-BdrcService"),
        new(
            "PrecheckResourceCount",
            $"Measure-BdrcResource -Tag @{{ env = 'prod' }} -ResourceType {Ecs}",
            ("ResourceType", Ecs),
            ("TagResourceMatchers", """[{"Key":"env","Operator":"EQUAL","Values":["prod"]}]""")),
        new(
            "DescribeResources",
            $"Get-BdrcResource {Arn} {Scope} -ResourceId i-1 -ResourceType {Ecs} -ResourceRegionId cn-beijing -StorageClass STANDARD " +
            $"-DataRedundancyType LRS -FailedRuleTemplate ecs-backup -SortBy protectionScore -SortOrder DESC -PageSize 50",
            [
                .. InScope,
                ("ResourceArn", Arn),
                ("ResourceId", "i-1"),
                ("ResourceType", Ecs),
                ("ResourceRegionId", "cn-beijing"),
                ("StorageClass", "STANDARD"),
                ("DataRedundancyType", "LRS"),
                ("FailedRuleTemplate", "ecs-backup"),
                ("SortBy", "protectionScore"),
                ("SortOrder", "DESC"),
                ("MaxResults", "50"),
            ]),
        new("DescribeResources", "Get-BdrcResource -PageSize 50", ("NextToken", null)),
        new(
            "DescribeCheckDetails",
            $"Get-BdrcCheckDetail {Arn} -RuleId rule-1 -PageSize 20",
            ("ResourceArn", Arn),
            ("RuleId", "rule-1"),
            ("MaxResults", "20")),
        new("DescribeCheckDetails", "Get-BdrcCheckDetail $arn -PageSize 1", ("NextToken", null)),
        new(
            "DescribeTasks",
            "Get-BdrcTask -Status RUNNING -Type CHECK_RULES -PageSize 20",
            ("TaskStatus", "RUNNING"),
            ("TaskType", "CHECK_RULES"),
            ("MaxResults", "20")),
        new("DescribeTasks", "Get-BdrcTask -PageSize 10", ("NextToken", null)),
        new(
            "CreateResourceCategory",
            $"New-BdrcResourceCategory mine -Tag @{{ env = 'prod' }} -ResourceType {Ecs}",
            ("ResourceCategoryName", "mine"),
            ("ResourceMatcher", Matcher),
            ("ResourceType", Ecs)),
        new("ListResourceCategories", "Get-BdrcResourceCategory -PageSize 1", ("MaxResults", "1"), ("NextToken", null)),

        // The cmdlet reads one category with GetResourceCategory; only the raw call lists by id.
        new(
            "ListResourceCategories",
            "Invoke-BdrcApi /api/v1/resource-categories/list -Query @{ ResourceCategoryId = 'rc-1' }",
            ("ResourceCategoryId", "rc-1")),
        new(
            "UpdateResourceCategory",
            "Set-BdrcResourceCategory rc-1 -Name other -Tag @{ env = 'prod' }",
            ("ResourceCategoryId", "rc-1"),
            ("ResourceCategoryName", "other"),
            ("ResourceMatcher", Matcher)),
        new(
            "CreateProtectionPolicy",
            "'rc-1', 'rc-2' | New-BdrcProtectionPolicy daily -ProtectionPolicyRegionId cn-beijing -AutoSnapshotPolicyId sp-daily " +
            "-ClientToken once",
            ("ProtectionPolicyName", "daily"),
            ("ProtectionPolicyRegionId", "cn-beijing"),
            ("BoundResourceCategoryIds", """["rc-1","rc-2"]"""),
            ("SubProtectionPolicies", Measure),
            ("ClientToken", "once")),
        new(
            "ListProtectionPolicies",
            "Get-BdrcProtectionPolicy -ProtectionPolicyRegionId cn-hangzhou -PageSize 1",
            ("ProtectionPolicyRegionId", "cn-hangzhou"),
            ("MaxResults", "1"),
            ("NextToken", null)),
        new("ListProtectionPolicies", "Get-BdrcProtectionPolicy p-1 -IncludeSummary", ("ProtectionPolicyId", "p-1")),
        new(
            "UpdateProtectionPolicy",
            "Set-BdrcProtectionPolicy p-1 -Name weekly -ResourceCategoryId rc-1 -AutoSnapshotPolicyId sp-daily -ClientToken once",
            ("ProtectionPolicyId", "p-1"),
            ("ProtectionPolicyName", "weekly"),
            ("BoundResourceCategoryIds", """["rc-1"]"""),
            ("SubProtectionPolicies", Measure),
            ("ClientToken", "once")),
        new(
            "ListProtectionPolicyApplications",
            $"Get-BdrcProtectionPolicyApplication p-1 t-1 -ApplyStatus FAILED -ResourceType {Ecs} -SubProtectionPolicyType " +
            $"ECS_AUTO_SNAPSHOT_POLICY -PageSize 20",
            ("ProtectionPolicyId", "p-1"),
            ("TaskId", "t-1"),
            ("ApplyStatus", "FAILED"),
            ("ResourceType", Ecs),
            ("SubProtectionPolicyType", "ECS_AUTO_SNAPSHOT_POLICY"),
            ("MaxResults", "20")),
        new("ListProtectionPolicyApplications", "$policy | Get-BdrcProtectionPolicyApplication -PageSize 10", ("NextToken", null)),
        new(
            "ListMessages",
            "Get-BdrcMessage -LaterThan 1740019609 -EarlierThan 2026-01-02T03:04:05Z -Level WARNING -Type " +
            "SUB_PROTECTION_POLICY_MODIFIED -PageSize 20",
            ("MessageTimeLaterThan", "1740019609"),
            ("MessageTimeEarlierThan", "1767323045"),
            ("MessageLevel", "WARNING"),
            ("MessageType", "SUB_PROTECTION_POLICY_MODIFIED"),
            ("MaxResults", "20")),
        new("ListMessages", "Get-BdrcMessage -PageSize 1", ("NextToken", null)),
        new("EnableCrossAccountManagement", "Enable-BdrcCrossAccountManagement"),
        new(
            "UpdateCrossAccounts",
            "Add-BdrcCrossAccount fd-production -TargetType FOLDER -Wait",
            ("CreateTargets", """[{"TargetId":"fd-production","TargetType":"FOLDER"}]""")),
        new(
            "ListCrossAccounts",
            "Get-BdrcCrossAccount fd-production -TargetType FOLDER -ManagementMode MANUAL -OwnerId 1580000000000001 -PageSize 20",
            ("TargetId", "fd-production"),
            ("TargetType", "FOLDER"),
            ("ManagementMode", "MANUAL"),
            ("CrossAccountOwnerId", "1580000000000001"),
            ("MaxResults", "20")),
        new("ListCrossAccounts", "Get-BdrcCrossAccount -PageSize 1", ("NextToken", null)),
        new(
            "UpdateCrossAccounts",
            "Remove-BdrcCrossAccount 1580000000000005 -Confirm:$false",
            ("DeleteTargets", """[{"TargetId":"1580000000000005","TargetType":"ACCOUNT"}]""")),
    ];
}

/// <summary>A command line and what it sends.</summary>
/// <param name="Operation">The operation that is called.</param>
/// <param name="Script">The line.</param>
/// <param name="Sent">Parameters and values; null means any value that is not empty.</param>
internal sealed record CmdletCall(string Operation, string Script, params (string Parameter, string? Value)[] Sent);
