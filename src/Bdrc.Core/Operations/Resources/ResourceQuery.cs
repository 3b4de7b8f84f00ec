namespace Bdrc.Core.Operations.Resources;

/// <summary>The filters of DescribeResources; null and empty omit a filter.</summary>
public sealed class ResourceQuery
{
    /// <summary>One resource, by ARN.</summary>
    public string? ResourceArn { get; set; }

    /// <summary>One resource, by the id in its product.</summary>
    public string? ResourceId { get; set; }

    /// <summary>Type, such as <c>ACS::ECS::Instance</c>.</summary>
    public string? ResourceType { get; set; }

    /// <summary>Region of the resources.</summary>
    public string? ResourceRegionId { get; set; }

    /// <summary>Resource category.</summary>
    public string? ResourceCategoryId { get; set; }

    /// <summary>Accounts (UIDs) whose resources are listed; null or empty for the calling account's.</summary>
    public IReadOnlyList<long>? ResourceOwnerIds { get; set; }

    /// <summary><c>LRS</c> or <c>ZRS</c>.</summary>
    public string? DataRedundancyType { get; set; }

    /// <summary>Storage class.</summary>
    public string? StorageClass { get; set; }

    /// <summary>Rule that the resources fail.</summary>
    public string? FailedRuleTemplate { get; set; }

    /// <summary>Field to sort on; <c>protectionScore</c> is the only documented one.</summary>
    public string? SortBy { get; set; }

    /// <summary><c>ASC</c> or <c>DESC</c>.</summary>
    public string? SortOrder { get; set; }

    /// <summary>Resources on a page, 10 to 100; null for 100.</summary>
    public int? PageSize { get; set; }

    internal ApiRequest ToRequest() => new ApiRequest(BdrcOperations.DescribeResources)
        .AddId("DataRedundancyType", DataRedundancyType)
        .AddId("FailedRuleTemplate", FailedRuleTemplate)
        .Add("MaxResults", PageSize ?? 100)
        .AddId("ResourceArn", ResourceArn)
        .AddId("ResourceCategoryId", ResourceCategoryId)
        .AddId("ResourceId", ResourceId)
        .AddList("ResourceOwnerIds", ResourceOwnerIds)
        .AddId("ResourceRegionId", ResourceRegionId)
        .AddId("ResourceType", ResourceType)
        .AddId("SortBy", SortBy)
        .AddId("SortOrder", SortOrder)
        .AddId("StorageClass", StorageClass);
}
