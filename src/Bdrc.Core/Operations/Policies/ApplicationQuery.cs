namespace Bdrc.Core.Operations.Policies;

/// <summary>The filters of ListProtectionPolicyApplications; null omits a filter.</summary>
public sealed class ApplicationQuery
{
    /// <summary>Identifier of the policy, <c>p-…</c>.</summary>
    public string ProtectionPolicyId { get; set; } = string.Empty;

    /// <summary>The task of the application, for example the <c>LatestTaskId</c> of the policy.</summary>
    public string TaskId { get; set; } = string.Empty;

    /// <summary><c>SUCCESS</c>, <c>FAILED</c> or <c>SKIPPED</c>.</summary>
    public string? ApplyStatus { get; set; }

    /// <summary>Type of resource.</summary>
    public string? ResourceType { get; set; }

    /// <summary>Type of the sub-protection policy.</summary>
    public string? SubProtectionPolicyType { get; set; }

    /// <summary>Records on a page; null for 50. No limit is published.</summary>
    public int? PageSize { get; set; }

    /// <summary>Refuses invalid filters before the task is read.</summary>
    /// <param name="applyStatus">As in <see cref="ApplyStatus"/>.</param>
    /// <param name="resourceType">As in <see cref="ResourceType"/>.</param>
    /// <param name="subProtectionPolicyType">As in <see cref="SubProtectionPolicyType"/>.</param>
    /// <exception cref="BdrcException">A filter is blank or contains control characters.</exception>
    public static void CheckFilters(string? applyStatus, string? resourceType, string? subProtectionPolicyType) =>
        _ = new ApiRequest(BdrcOperations.ListProtectionPolicyApplications)
            .AddId("ApplyStatus", applyStatus)
            .AddId("ResourceType", resourceType)
            .AddId("SubProtectionPolicyType", subProtectionPolicyType);

    internal ApiRequest ToRequest() => new ApiRequest(BdrcOperations.ListProtectionPolicyApplications)
        .Add("ProtectionPolicyId", ProtectionPolicyId)
        .AddId("ApplyStatus", ApplyStatus)
        .Add("MaxResults", PageSize ?? 50)
        .AddId("ResourceType", ResourceType)
        .AddId("SubProtectionPolicyType", SubProtectionPolicyType)
        .AddId("TaskId", TaskId);
}
