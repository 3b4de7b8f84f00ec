using System.Globalization;

namespace Bdrc;

/// <summary>A band of scores. Source: DescribeProducts.</summary>
public sealed class BdrcScoreRange : BdrcObject
{
    /// <summary>Lowest score of the band, which belongs to it; 0 to 100.</summary>
    public int From { get; set; }

    /// <summary>Highest score of the band, which belongs to it; 0 to 100.</summary>
    public int To { get; set; }

    /// <inheritdoc/>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0}-{1}", From, To);
}
