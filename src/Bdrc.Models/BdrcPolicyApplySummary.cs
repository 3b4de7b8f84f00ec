namespace Bdrc;

/// <summary>How the latest application of a policy went. Source: ListProtectionPolicies.</summary>
public sealed class BdrcPolicyApplySummary : BdrcObject
{
    /// <summary>How many records there are of each outcome. Never null.</summary>
    public IList<BdrcApplyStatusCount> ApplyStatusCount { get; set; } = [];

    /// <summary>How many resources were covered, by type. Never null.</summary>
    public IList<BdrcResourceCount> ResourceCount { get; set; } = [];

    /// <summary>When the application ended; null while it runs.</summary>
    public DateTimeOffset? CompleteTime { get; set; }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", ApplyStatusCount);
}
