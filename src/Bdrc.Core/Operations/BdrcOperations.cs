using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Operations;

/// <summary>The operations of BDRC 2023-08-08, each with name, method, path and the positions of its parameters.</summary>
public static class BdrcOperations
{
    /// <summary>API version, sent as <c>x-acs-version</c>.</summary>
    public const string Version = "2023-08-08";

    private static readonly List<Operation> Described = [];

    /// <summary>Opens the service. A second call is refused, so a retry after an unknown outcome would report a false error.</summary>
    public static Operation OpenBdrcService { get; } = Act("OpenBdrcService", "POST", "service/open");

    /// <summary>Closes the service.</summary>
    public static Operation CloseBdrcService { get; } = Act("CloseBdrcService", "POST", "service/close");

    /// <summary>Reads the service switch.</summary>
    public static Operation GetBdrcService { get; } = Read("GetBdrcService", "service");

    /// <summary>Lists the regions that resources can be in.</summary>
    public static Operation DescribeRegions { get; } = Read("DescribeRegions", "regions");

    /// <summary>Starts a refresh of the inventory.</summary>
    public static Operation UpdateResources { get; } = Act("UpdateResources", "POST", "resources/update").Form("ResourceType");

    /// <summary>Starts counting resources by tags.</summary>
    public static Operation PrecheckResourceCount { get; } =
        Act("PrecheckResourceCount", "POST", "resources/precheck-count").Form("ResourceType", "TagResourceMatchers");

    /// <summary>Lists resources.</summary>
    public static Operation DescribeResources { get; } = Read("DescribeResources", "resources").Query(
        "DataRedundancyType",
        "FailedRuleTemplate",
        "MaxResults",
        "NextToken",
        "ResourceArn",
        "ResourceCategoryId",
        "ResourceId",
        "ResourceOwnerIds",
        "ResourceRegionId",
        "ResourceType",
        "SortBy",
        "SortOrder",
        "StorageClass");

    /// <summary>Lists the resources most at risk.</summary>
    public static Operation DescribeTopRiskyResources { get; } =
        Read("DescribeTopRiskyResources", "resources/top-risky").Query("ResourceCategoryId", "ResourceOwnerIds", "ResourceType");

    /// <summary>Lists products with their scores.</summary>
    public static Operation DescribeProducts { get; } =
        Read("DescribeProducts", "products").Query("ProductType", "ResourceCategoryId", "ResourceOwnerIds", "ResourceRegionId");

    /// <summary>Counts resources by storage class and redundancy.</summary>
    public static Operation DescribeProductDataRedundancyTypeStat { get; } =
        Read("DescribeProductDataRedundancyTypeStat", "products/data-redundancy-type-stat")
            .Query("ProductType", "ResourceCategoryId", "ResourceOwnerIds");

    /// <summary>Includes a product in checks.</summary>
    public static Operation EnableCheckProduct { get; } = Set("EnableCheckProduct", "POST", "products/enable-check").Form("ProductType");

    /// <summary>Excludes a product from checks.</summary>
    public static Operation DisableCheckProduct { get; } = Set("DisableCheckProduct", "POST", "products/disable-check").Form("ProductType");

    /// <summary>Includes a resource in checks.</summary>
    public static Operation EnableCheckResource { get; } = Set("EnableCheckResource", "POST", "resources/enable-check").Form("ResourceArn");

    /// <summary>Excludes a resource from checks.</summary>
    public static Operation DisableCheckResource { get; } =
        Set("DisableCheckResource", "POST", "resources/disable-check").Form("ResourceArn");

    /// <summary>Lists rules with their results.</summary>
    public static Operation DescribeRules { get; } = Read("DescribeRules", "rules")
        .Query("MaxResults", "NextToken", "ResourceCategoryId", "ResourceOwnerIds", "ResourceRegionId", "ResourceType");

    /// <summary>Starts a check of one resource.</summary>
    public static Operation CheckRules { get; } = Act("CheckRules", "POST", "rules/check").Form("ResourceArn", "RuleId");

    /// <summary>Lists the results of the rules on one resource.</summary>
    public static Operation DescribeCheckDetails { get; } =
        Read("DescribeCheckDetails", "check-details").Query("MaxResults", "NextToken", "ResourceArn", "RuleId");

    /// <summary>Reads one task.</summary>
    public static Operation DescribeTask { get; } = Read("DescribeTask", "tasks/{TaskId}");

    /// <summary>Lists tasks.</summary>
    public static Operation DescribeTasks { get; } =
        Read("DescribeTasks", "tasks").Query("MaxResults", "NextToken", "TaskStatus", "TaskType");

    /// <summary>Creates a resource category.</summary>
    public static Operation CreateResourceCategory { get; } = Act("CreateResourceCategory", "POST", "resource-categories/create")
        .Form("ResourceCategoryName", "ResourceMatcher", "ResourceType");

    /// <summary>Reads one resource category.</summary>
    public static Operation GetResourceCategory { get; } =
        Read("GetResourceCategory", "resource-categories/get").Query("ResourceCategoryId");

    /// <summary>Lists resource categories.</summary>
    public static Operation ListResourceCategories { get; } =
        Read("ListResourceCategories", "resource-categories/list").Query("MaxResults", "NextToken", "ResourceCategoryId");

    /// <summary>Changes a resource category.</summary>
    public static Operation UpdateResourceCategory { get; } = Set("UpdateResourceCategory", "POST", "resource-categories/update")
        .Form("ResourceCategoryId", "ResourceCategoryName", "ResourceMatcher");

    /// <summary>Deletes a resource category.</summary>
    public static Operation DeleteResourceCategory { get; } =
        Remove("DeleteResourceCategory", "POST", "resource-categories/delete").Form("ResourceCategoryId");

    /// <summary>Creates a protection policy; the ClientToken makes a retry safe.</summary>
    public static Operation CreateProtectionPolicy { get; } = Set("CreateProtectionPolicy", "POST", "protection-policies").Form(
        "BoundResourceCategoryIds", "ClientToken", "ProtectionPolicyName", "ProtectionPolicyRegionId", "SubProtectionPolicies");

    /// <summary>Reads one protection policy.</summary>
    public static Operation GetProtectionPolicy { get; } = Read("GetProtectionPolicy", "protection-policies/{ProtectionPolicyId}");

    /// <summary>Lists protection policies.</summary>
    public static Operation ListProtectionPolicies { get; } = Read("ListProtectionPolicies", "protection-policies")
        .Query("MaxResults", "NextToken", "ProtectionPolicyId", "ProtectionPolicyRegionId");

    /// <summary>Changes a protection policy; the ClientToken makes a retry safe.</summary>
    public static Operation UpdateProtectionPolicy { get; } =
        Set("UpdateProtectionPolicy", "PATCH", "protection-policies/{ProtectionPolicyId}")
            .Form("BoundResourceCategoryIds", "ClientToken", "ProtectionPolicyName", "SubProtectionPolicies");

    /// <summary>Deletes a protection policy.</summary>
    public static Operation DeleteProtectionPolicy { get; } =
        Remove("DeleteProtectionPolicy", "DELETE", "protection-policies/{ProtectionPolicyId}");

    /// <summary>Lists the result for each resource of one application of a policy.</summary>
    public static Operation ListProtectionPolicyApplications { get; } =
        Read("ListProtectionPolicyApplications", "protection-policies/{ProtectionPolicyId}/list-applications")
            .Query("ApplyStatus", "MaxResults", "NextToken", "ResourceType", "SubProtectionPolicyType", "TaskId");

    /// <summary>Lists messages.</summary>
    public static Operation ListMessages { get; } = Read("ListMessages", "messages").Query(
        "MaxResults", "MessageLevel", "MessageTimeEarlierThan", "MessageTimeLaterThan", "MessageType", "NextToken");

    /// <summary>Reads one message with its body.</summary>
    public static Operation GetMessage { get; } = Read("GetMessage", "messages/{MessageId}");

    /// <summary>Allows the delegated administrator to manage other accounts. The service does not document a second call.</summary>
    public static Operation EnableCrossAccountManagement { get; } =
        Act("EnableCrossAccountManagement", "POST", "cross-accounts/enable-management");

    /// <summary>Lists managed accounts, folders and directories.</summary>
    public static Operation ListCrossAccounts { get; } = Read("ListCrossAccounts", "cross-accounts")
        .Query("CrossAccountOwnerId", "ManagementMode", "MaxResults", "NextToken", "TargetId", "TargetType");

    /// <summary>Starts adding targets to management or removing them.</summary>
    public static Operation UpdateCrossAccounts { get; } =
        Act("UpdateCrossAccounts", "PATCH", "cross-accounts").Form("CreateTargets", "DeleteTargets");

    /// <summary>All operations, in the order of this file.</summary>
    public static IReadOnlyList<Operation> All => Described;

    /// <summary>The operation of a method and path; null when this version has none.</summary>
    /// <param name="method">HTTP method in upper case.</param>
    /// <param name="segments">Decoded segments of the path.</param>
    public static Operation? Find(string method, IReadOnlyList<string> segments)
    {
        Operation? best = null;
        foreach (var operation in Described)
        {
            // A fixed path takes precedence over one with a placeholder.
            if (operation.Method == method && operation.Matches(segments) && (best is null || best.HasPlaceholder))
                best = operation;
        }

        return best;
    }

    private static Operation Read(string name, string path) => Describe(name, "GET", path, Idempotency.Read);

    private static Operation Set(string name, string method, string path) => Describe(name, method, path, Idempotency.Idempotent);

    private static Operation Remove(string name, string method, string path) => Describe(name, method, path, Idempotency.Removal);

    private static Operation Act(string name, string method, string path) => Describe(name, method, path, Idempotency.None);

    private static Operation Describe(string name, string method, string path, Idempotency idempotency)
    {
        var operation = new Operation(name, method, "/api/v1/" + path, idempotency);
        Described.Add(operation);
        return operation;
    }
}
