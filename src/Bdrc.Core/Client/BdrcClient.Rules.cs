using Bdrc.Core.Operations;

namespace Bdrc.Core.Client;

/// <content>Rules and their results.</content>
public sealed partial class BdrcClient
{
    /// <summary>DescribeRules: rules with their results, page by page.</summary>
    /// <param name="resourceType">Only rules for this type; null for all.</param>
    /// <param name="resourceRegionId">Only resources of this region count; null for all.</param>
    /// <param name="resourceCategoryId">Only resources of this category count; null for all.</param>
    /// <param name="resourceOwnerIds">Accounts (UIDs) whose resources count; null or empty for the calling account's.</param>
    /// <param name="pageSize">Rules on a page, 1 to 50; null for 50.</param>
    public PageReader<BdrcRule> DescribeRules(
        string? resourceType,
        string? resourceRegionId,
        string? resourceCategoryId,
        IReadOnlyList<long>? resourceOwnerIds,
        int? pageSize) => Pages<BdrcRule>(() => new ApiRequest(BdrcOperations.DescribeRules)
            .Add("MaxResults", pageSize ?? 50)
            .AddId("ResourceCategoryId", resourceCategoryId)
            .AddList("ResourceOwnerIds", resourceOwnerIds)
            .AddId("ResourceRegionId", resourceRegionId)
            .AddId("ResourceType", resourceType));

    /// <summary>CheckRules: starts a check of one resource.</summary>
    /// <param name="resourceArn">ARN of the resource.</param>
    /// <param name="ruleId">Only this rule; null for every rule that applies.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public Task<BdrcTaskHandle> CheckRulesAsync(string resourceArn, string? ruleId, CancellationToken cancellationToken) =>
        StartTaskAsync(
            new ApiRequest(BdrcOperations.CheckRules).AddId("ResourceArn", resourceArn).AddId("RuleId", ruleId),
            cancellationToken);

    /// <summary>DescribeCheckDetails: the results of the rules on one resource, page by page.</summary>
    /// <param name="resourceArn">ARN of the resource.</param>
    /// <param name="ruleId">Only this rule; null for all.</param>
    /// <param name="pageSize">Results on a page, 1 to 100; null for 100.</param>
    public PageReader<BdrcCheckDetail> DescribeCheckDetails(string resourceArn, string? ruleId, int? pageSize) =>
        Pages<BdrcCheckDetail>(() => new ApiRequest(BdrcOperations.DescribeCheckDetails)
            .Add("MaxResults", pageSize ?? 100)
            .AddId("ResourceArn", resourceArn)
            .AddId("RuleId", ruleId));
}
