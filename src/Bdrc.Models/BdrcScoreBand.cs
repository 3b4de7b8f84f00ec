using System.Globalization;

namespace Bdrc;

/// <summary>How many resources have a score in a band. Source: DescribeProducts.</summary>
public sealed class BdrcScoreBand : BdrcObject
{
    /// <summary>The band. Never null.</summary>
    public BdrcScoreRange Range { get; set; } = new();

    /// <summary>How many resources.</summary>
    public long Count { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Range + ": " + Count.ToString(CultureInfo.InvariantCulture);
}
