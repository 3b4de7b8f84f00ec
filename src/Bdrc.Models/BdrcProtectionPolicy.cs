namespace Bdrc;

/// <summary>A set of protection measures bound to resource categories. Source: GetProtectionPolicy and ListProtectionPolicies.</summary>
public sealed class BdrcProtectionPolicy : BdrcObject
{
    /// <summary>Identifier, <c>p-…</c>.</summary>
    public string ProtectionPolicyId { get; set; } = string.Empty;

    /// <summary>Name.</summary>
    public string? ProtectionPolicyName { get; set; }

    /// <summary>Region the policy belongs to.</summary>
    public string? ProtectionPolicyRegionId { get; set; }

    /// <summary>Identifiers of the categories it covers. Never null.</summary>
    public IList<string> BoundResourceCategoryIds { get; set; } = [];

    /// <summary>The measures. Never null.</summary>
    public IList<BdrcSubProtectionPolicy> SubProtectionPolicies { get; set; } = [];

    /// <summary>Task of the latest application; null or empty until there was one.</summary>
    public string? LatestTaskId { get; set; }

    /// <summary>When it was last applied; null when it never was.</summary>
    public DateTimeOffset? LatestApplyTime { get; set; }

    /// <summary>How the latest application went; null when there was none. Only the list gives it.</summary>
    public BdrcPolicyApplySummary? LatestApplySummary { get; set; }

    /// <inheritdoc/>
    public override string ToString() => ProtectionPolicyId;
}
