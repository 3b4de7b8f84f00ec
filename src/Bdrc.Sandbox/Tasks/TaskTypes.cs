namespace Bdrc.Sandbox.Tasks;

/// <summary>The kinds of tasks. The first two are published; the names of the others are the sandbox's own.</summary>
internal static class TaskTypes
{
    public const string UpdateResources = "UPDATE_RESOURCES";
    public const string CheckRules = "CHECK_RULES";
    public const string PrecheckResourceCount = "PRECHECK_RESOURCE_COUNT";
    public const string ApplyProtectionPolicy = "APPLY_PROTECTION_POLICY";
    public const string UpdateCrossAccounts = "UPDATE_CROSS_ACCOUNTS";
}
