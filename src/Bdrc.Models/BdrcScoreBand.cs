using System.Globalization;

namespace Bdrc;

/// <summary>The number of resources in a score range. Source: DescribeProducts.</summary>
public sealed class BdrcScoreBand : BdrcObject
{
    /// <summary>The score range. Never null.</summary>
    public BdrcScoreRange Range { get; set; } = new();

    /// <summary>The number of resources.</summary>
    public long Count { get; set; }

    /// <inheritdoc/>
    public override string ToString() => Range + ": " + Count.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    internal override bool HasHarmlessText => Range is not { HasHarmlessText: false } && base.HasHarmlessText;
}

/// <summary>A range of scores. Source: DescribeProducts.</summary>
public sealed class BdrcScoreRange : BdrcObject
{
    /// <summary>Lowest score, inclusive; 0 to 100.</summary>
    public int From { get; set; }

    /// <summary>Highest score, inclusive; 0 to 100.</summary>
    public int To { get; set; }

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}-{1}", From, To);
}
