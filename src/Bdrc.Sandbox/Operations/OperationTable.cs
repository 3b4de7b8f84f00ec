namespace Bdrc.Sandbox.Operations;

/// <summary>Which code carries which operation out. A new operation needs its line here and its entry in the contract.</summary>
internal static class OperationTable
{
    private static readonly Dictionary<string, Action<OperationCall>> Handlers = new(StringComparer.Ordinal)
    {
        ["OpenBdrcService"] = ServiceOperations.Open,
        ["CloseBdrcService"] = ServiceOperations.Close,
        ["GetBdrcService"] = ServiceOperations.Get,
        ["DescribeRegions"] = ServiceOperations.ListRegions,
        ["UpdateResources"] = ResourceOperations.Update,
        ["PrecheckResourceCount"] = ResourceOperations.Precheck,
        ["DescribeResources"] = ResourceOperations.List,
        ["DescribeTopRiskyResources"] = ResourceOperations.ListTopRisky,
        ["DescribeProducts"] = ScoringOperations.ListProducts,
        ["DescribeProductDataRedundancyTypeStat"] = ScoringOperations.CountRedundancy,
        ["EnableCheckProduct"] = ScoringOperations.EnableProduct,
        ["DisableCheckProduct"] = ScoringOperations.DisableProduct,
        ["EnableCheckResource"] = ScoringOperations.EnableResource,
        ["DisableCheckResource"] = ScoringOperations.DisableResource,
        ["DescribeRules"] = RuleOperations.List,
        ["CheckRules"] = RuleOperations.Check,
        ["DescribeCheckDetails"] = RuleOperations.ListDetails,
        ["DescribeTask"] = TaskOperations.Describe,
        ["DescribeTasks"] = TaskOperations.List,
        ["CreateResourceCategory"] = CategoryOperations.Create,
        ["GetResourceCategory"] = CategoryOperations.Get,
        ["ListResourceCategories"] = CategoryOperations.List,
        ["UpdateResourceCategory"] = CategoryOperations.Update,
        ["DeleteResourceCategory"] = CategoryOperations.Delete,
        ["CreateProtectionPolicy"] = PolicyOperations.Create,
        ["GetProtectionPolicy"] = PolicyQueries.Get,
        ["ListProtectionPolicies"] = PolicyQueries.List,
        ["UpdateProtectionPolicy"] = PolicyOperations.Update,
        ["DeleteProtectionPolicy"] = PolicyOperations.Delete,
        ["ListProtectionPolicyApplications"] = PolicyQueries.ListApplications,
        ["ListMessages"] = MessageOperations.List,
        ["GetMessage"] = MessageOperations.Get,
        ["EnableCrossAccountManagement"] = CrossAccountOperations.Enable,
        ["ListCrossAccounts"] = CrossAccountOperations.List,
        ["UpdateCrossAccounts"] = CrossAccountOperations.Update,
    };

    /// <summary>Operations that answer while the service is closed or initialising.</summary>
    private static readonly HashSet<string> Always = new(StringComparer.Ordinal)
    {
        "OpenBdrcService", "CloseBdrcService", "GetBdrcService",
    };

    /// <summary>The code of an operation; null when there is none.</summary>
    public static Action<OperationCall>? Find(string operation) => Handlers.TryGetValue(operation, out var handler) ? handler : null;

    public static bool NeedsService(string operation) => !Always.Contains(operation);
}
