namespace Bdrc;

/// <summary>How many resources an application of a policy ended with one outcome for. Source: ListProtectionPolicies.</summary>
public sealed class BdrcApplyStatusCount : BdrcObject
{
    /// <summary><c>SUCCESS</c>, <c>FAILED</c> or <c>SKIPPED</c>.</summary>
    public string? ApplyStatus { get; set; }

    /// <summary>How many.</summary>
    public long Count { get; set; }

    /// <inheritdoc/>
    public override string ToString() => ApplyStatus + ": " + Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
