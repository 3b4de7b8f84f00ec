namespace Bdrc.Sandbox.Operations;

/// <summary>Maps operation names to handlers. A new operation needs a line here and an entry in the contract.</summary>
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

    /// <summary>Operations that work while the service is closed or initializing.</summary>
    private static readonly HashSet<string> WithoutService = new(StringComparer.Ordinal)
    {
        "OpenBdrcService", "CloseBdrcService", "GetBdrcService",
    };

    /// <summary>The handler of an operation; null when there is none.</summary>
    public static Action<OperationCall>? Find(string operation) =>
        Handlers.TryGetValue(operation, out var handler) ? handler : null;

    public static bool RequiresService(string operation) => !WithoutService.Contains(operation);
}
