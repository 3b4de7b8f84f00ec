using Bdrc.Text;

namespace Bdrc;

/// <summary>A set of sub-policies that applies to resource categories. Source: GetProtectionPolicy and ListProtectionPolicies.</summary>
public sealed class BdrcProtectionPolicy : BdrcObject
{
    private BdrcList<string> _boundResourceCategoryIds = [];
    private BdrcList<BdrcSubProtectionPolicy> _subProtectionPolicies = [];

    /// <summary>Identifier, <c>p-…</c>.</summary>
    public string ProtectionPolicyId { get; set; } = string.Empty;

    /// <summary>Name.</summary>
    public string? ProtectionPolicyName { get; set; }

    /// <summary>Region of the policy.</summary>
    public string? ProtectionPolicyRegionId { get; set; }

    /// <summary>Identifiers of the resource categories of the policy. Never null.</summary>
    public IList<string> BoundResourceCategoryIds
    {
        get => _boundResourceCategoryIds;
        set => _boundResourceCategoryIds = new(value);
    }

    /// <summary>The sub-policies. Never null.</summary>
    public IList<BdrcSubProtectionPolicy> SubProtectionPolicies
    {
        get => _subProtectionPolicies;
        set => _subProtectionPolicies = new(value);
    }

    /// <summary>Task of the latest application; null or empty before the first one.</summary>
    public string? LatestTaskId { get; set; }

    /// <summary>Time of the latest application; null when the policy was never applied.</summary>
    public DateTime? LatestApplyTime { get; set; }

    /// <summary>Summary of the latest application; null when there was none. Only lists return it.</summary>
    public BdrcPolicyApplySummary? LatestApplySummary { get; set; }

    /// <summary>The number of resource categories.</summary>
    public int CategoryCount => BoundResourceCategoryIds.Count;

    /// <summary>The number of sub-policies.</summary>
    public int SubProtectionPolicyCount => SubProtectionPolicies.Count;

    /// <inheritdoc/>
    public override string ToString() => TextSanitizer.Of(ProtectionPolicyId);

    /// <inheritdoc/>
    internal override bool HasHarmlessText =>
        IsHarmless(ProtectionPolicyId) && IsHarmless(ProtectionPolicyName) && IsHarmless(ProtectionPolicyRegionId)
        && IsHarmless(LatestTaskId) && IsHarmless(BoundResourceCategoryIds) && IsHarmless(SubProtectionPolicies)
        && LatestApplySummary is not { HasHarmlessText: false } && base.HasHarmlessText;
}

/// <summary>One sub-policy of a protection policy. Source: GetProtectionPolicy.</summary>
public sealed class BdrcSubProtectionPolicy : BdrcObject
{
    /// <summary>Type of the sub-policy, an open set. Documented: <c>ECS_AUTO_SNAPSHOT_POLICY</c>.</summary>
    public string SubProtectionPolicyType { get; set; } = string.Empty;

    /// <summary>Its settings as JSON text; the fields depend on the type. Null or empty when there are none.</summary>
    public string? Config { get; set; }

    /// <inheritdoc/>
    public override string ToString() => TextSanitizer.Of(SubProtectionPolicyType);

    /// <inheritdoc/>
    internal override bool HasHarmlessText => IsHarmless(SubProtectionPolicyType) && IsHarmless(Config) && base.HasHarmlessText;
}

/// <summary>The summary of the latest application of a policy. Source: ListProtectionPolicies.</summary>
public sealed class BdrcPolicyApplySummary : BdrcObject
{
    private BdrcList<BdrcApplyStatusCount> _applyStatusCount = [];
    private BdrcList<BdrcResourceCount> _resourceCount = [];

    /// <summary>The number of resources with each outcome. Never null.</summary>
    public IList<BdrcApplyStatusCount> ApplyStatusCount
    {
        get => _applyStatusCount;
        set => _applyStatusCount = new(value);
    }

    /// <summary>The number of covered resources of each type. Never null.</summary>
    public IList<BdrcResourceCount> ResourceCount
    {
        get => _resourceCount;
        set => _resourceCount = new(value);
    }

    /// <summary>End of the application; null while it runs.</summary>
    public DateTime? CompleteTime { get; set; }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", ApplyStatusCount);

    /// <inheritdoc/>
    internal override bool HasHarmlessText => IsHarmless(ApplyStatusCount) && IsHarmless(ResourceCount) && base.HasHarmlessText;
}

/// <summary>The number of resources with one outcome of a policy application. Source: ListProtectionPolicies.</summary>
public sealed class BdrcApplyStatusCount : BdrcObject
{
    /// <summary><c>SUCCESS</c>, <c>FAILED</c> or <c>SKIPPED</c>.</summary>
    public string? ApplyStatus { get; set; }

    /// <summary>The number of resources.</summary>
    public long Count { get; set; }

    /// <inheritdoc/>
    public override string ToString() =>
        TextSanitizer.Of(ApplyStatus) + ": " + Count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    internal override bool HasHarmlessText => IsHarmless(ApplyStatus) && base.HasHarmlessText;
}
