using Bdrc.Core.Client;
using Bdrc.Core.Operations.CrossAccounts;
using Bdrc.Core.Operations.Messages;
using Bdrc.Core.Operations.Policies;
using Bdrc.Core.Operations.Resources;
using static Bdrc.Core.Tests.Contract.SampleValues;
using Call = System.Func<Bdrc.Core.Client.BdrcClient, System.Threading.CancellationToken, System.Threading.Tasks.Task<Bdrc.Core.Tests.Contract.CallResult>>;

namespace Bdrc.Core.Tests.Contract;

/// <summary>Every operation called through the client with every parameter set.</summary>
internal static class OperationCalls
{
    private static readonly long[] Owners = [OwnerId, 2];

    private static readonly Dictionary<string, Call> Calls = new(StringComparer.Ordinal)
    {
        ["OpenBdrcService"] = Value((client, stop) => client.OpenBdrcServiceAsync(stop)),
        ["CloseBdrcService"] = Value((client, stop) => client.CloseBdrcServiceAsync(stop)),
        ["GetBdrcService"] = Value((client, stop) => client.GetBdrcServiceAsync(stop)),
        ["DescribeRegions"] = List((client, stop) => client.DescribeRegionsAsync(stop)),
        ["UpdateResources"] = Value((client, stop) => client.UpdateResourcesAsync(Sample("ResourceType"), stop)),
        ["PrecheckResourceCount"] = Value((client, stop) => client.PrecheckResourceCountAsync(Sample("ResourceType"), Sample("TagResourceMatchers", Expected("TagResourceMatchers")), stop)),
        ["DescribeResources"] = Paged(client => client.DescribeResources(new ResourceQuery
        {
            DataRedundancyType = Sample("DataRedundancyType"),
            FailedRuleTemplate = Sample("FailedRuleTemplate"),
            PageSize = PageSize,
            ResourceArn = Sample("ResourceArn"),
            ResourceCategoryId = Sample("ResourceCategoryId"),
            ResourceId = Sample("ResourceId"),
            ResourceOwnerIds = Owners,
            ResourceRegionId = Sample("ResourceRegionId"),
            ResourceType = Sample("ResourceType"),
            SortBy = Sample("SortBy"),
            SortOrder = Sample("SortOrder"),
            StorageClass = Sample("StorageClass"),
        })),
        ["DescribeTopRiskyResources"] = List((client, stop) =>
            client.DescribeTopRiskyResourcesAsync(Sample("ResourceType"), Sample("ResourceCategoryId"), Owners, stop)),
        ["DescribeProducts"] = List((client, stop) =>
            client.DescribeProductsAsync(Sample("ProductType"), Sample("ResourceRegionId"), Sample("ResourceCategoryId"), Owners, stop)),
        ["DescribeProductDataRedundancyTypeStat"] = List((client, stop) =>
            client.DescribeDataRedundancyAsync(Sample("ProductType"), Sample("ResourceCategoryId"), Owners, stop)),
        ["EnableCheckProduct"] = Value((client, stop) => client.SwitchCheckOfProductAsync(Sample("ProductType"), enabled: true, stop)),
        ["DisableCheckProduct"] = Value((client, stop) => client.SwitchCheckOfProductAsync(Sample("ProductType"), enabled: false, stop)),
        ["EnableCheckResource"] = Value((client, stop) => client.SwitchCheckOfResourceAsync(Sample("ResourceArn"), enabled: true, stop)),
        ["DisableCheckResource"] = Value((client, stop) => client.SwitchCheckOfResourceAsync(Sample("ResourceArn"), enabled: false, stop)),
        ["DescribeRules"] = Paged(client =>
            client.DescribeRules(Sample("ResourceType"), Sample("ResourceRegionId"), Sample("ResourceCategoryId"), Owners, PageSize)),
        ["CheckRules"] = Value((client, stop) => client.CheckRulesAsync(Sample("ResourceArn"), Sample("RuleId"), stop)),
        ["DescribeCheckDetails"] = Paged(client => client.DescribeCheckDetails(Sample("ResourceArn"), Sample("RuleId"), PageSize)),
        ["DescribeTask"] = Value((client, stop) => client.DescribeTaskAsync(Sample("TaskId"), stop)),
        ["DescribeTasks"] = Paged(client => client.DescribeTasks(Sample("TaskStatus"), Sample("TaskType"), PageSize)),
        ["CreateResourceCategory"] = Value((client, stop) =>
            client.CreateResourceCategoryAsync(Sample("ResourceCategoryName"), Sample("ResourceMatcher", Matcher), Sample("ResourceType"), stop)),
        ["GetResourceCategory"] = Value((client, stop) => client.GetResourceCategoryAsync(Sample("ResourceCategoryId"), stop)),
        ["ListResourceCategories"] = Paged(client => client.ListResourceCategories(Sample("ResourceCategoryId"), PageSize)),
        ["UpdateResourceCategory"] = Value((client, stop) =>
            client.UpdateResourceCategoryAsync(Sample("ResourceCategoryId"), Sample("ResourceCategoryName"), Sample("ResourceMatcher", Matcher), stop)),
        ["DeleteResourceCategory"] = Value((client, stop) => client.DeleteResourceCategoryAsync(Sample("ResourceCategoryId"), stop)),
        ["CreateProtectionPolicy"] = Value((client, stop) => client.CreateProtectionPolicyAsync(Policy(), stop)),
        ["GetProtectionPolicy"] = Value((client, stop) => client.GetProtectionPolicyAsync(Sample("ProtectionPolicyId"), stop)),
        ["ListProtectionPolicies"] = Paged(client =>
            client.ListProtectionPolicies(Sample("ProtectionPolicyId"), Sample("ProtectionPolicyRegionId"), PageSize)),
        ["UpdateProtectionPolicy"] = Value((client, stop) => client.UpdateProtectionPolicyAsync(Sample("ProtectionPolicyId"), Policy(), stop)),
        ["DeleteProtectionPolicy"] = Value((client, stop) => client.DeleteProtectionPolicyAsync(Sample("ProtectionPolicyId"), stop)),
        ["ListProtectionPolicyApplications"] = Paged(client => client.ListProtectionPolicyApplications(new ApplicationQuery
        {
            ApplyStatus = Sample("ApplyStatus"),
            PageSize = PageSize,
            ProtectionPolicyId = Sample("ProtectionPolicyId"),
            ResourceType = Sample("ResourceType"),
            SubProtectionPolicyType = Sample("SubProtectionPolicyType"),
            TaskId = Sample("TaskId"),
        })),
        ["ListMessages"] = Paged(client => client.ListMessages(new MessageQuery
        {
            EarlierThan = Earlier,
            LaterThan = Later,
            Level = Sample("MessageLevel"),
            PageSize = PageSize,
            Type = Sample("MessageType"),
        })),
        ["GetMessage"] = Value((client, stop) => client.GetMessageAsync(Sample("MessageId"), stop)),
        ["EnableCrossAccountManagement"] = Value((client, stop) => client.EnableCrossAccountManagementAsync(stop)),
        ["ListCrossAccounts"] = Paged(client => client.ListCrossAccounts(new CrossAccountQuery
        {
            ManagementMode = Sample("ManagementMode"),
            OwnerId = OwnerId,
            PageSize = PageSize,
            TargetId = Sample("TargetId"),
            TargetType = Sample("TargetType"),
        })),
        ["UpdateCrossAccounts"] = Value((client, stop) => client.UpdateCrossAccountsAsync(
            [new(Sample("CreateTargets.TargetId", "fd-é"), Sample("CreateTargets.TargetType", "FOLDER")), new("2", "ACCOUNT")],
            [new(Sample("DeleteTargets.TargetId", "rd-1"), Sample("DeleteTargets.TargetType", "RESOURCE_DIRECTORY"))],
            stop)),
    };

    public static Call For(string operation) => Calls.TryGetValue(operation, out var call)
        ? call
        : throw new Xunit.Sdk.XunitException($"No method of BdrcClient is known here for {operation}: write it, and add its call to this table.");

    private static PolicyChange Policy() => new()
    {
        ClientToken = Sample("ClientToken"),
        Name = Sample("ProtectionPolicyName"),
        RegionId = Sample("ProtectionPolicyRegionId"),
        ResourceCategoryIds = [Sample("BoundResourceCategoryIds", "rc é/1"), "rc-2"],
        SubProtectionPolicies =
        [
            new BdrcSubProtectionPolicy { SubProtectionPolicyType = Sample("SubProtectionPolicies.SubProtectionPolicyType", "T é"), Config = Sample("SubProtectionPolicies.Config", """{"a":1}""") },
            new BdrcSubProtectionPolicy { SubProtectionPolicyType = "U" },
        ],
    };

    private static Call Value<T>(Func<BdrcClient, CancellationToken, Task<T>> call) =>
        async (client, stop) => new CallResult(await call(client, stop));

    private static Call List<T>(Func<BdrcClient, CancellationToken, Task<IReadOnlyList<T>>> call)
        where T : class => async (client, stop) => new CallResult(null, await call(client, stop));

    private static Call Paged<T>(Func<BdrcClient, PageReader<T>> call)
        where T : class => async (client, stop) =>
    {
        var reader = call(client);
        var first = await reader.ReadAsync(stop) ?? [];
        var total = reader.GetTotalCount();
        while (await reader.ReadAsync(stop) is not null)
            continue;
        return new CallResult(null, first, total);
    };
}
