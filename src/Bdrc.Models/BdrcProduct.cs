using Bdrc.Text;

namespace Bdrc;

/// <summary>A product with the combined score of its resources. Source: DescribeProducts.</summary>
public sealed class BdrcProduct : BdrcObject
{
    private BdrcList<BdrcScoreBand> _protectionScoreDistribution = [];

    /// <summary>Short code: <c>ecs</c>, <c>oss</c>, <c>nas</c> or <c>ots</c>.</summary>
    public string ProductType { get; set; } = string.Empty;

    /// <summary>Whether the product is checked and scored.</summary>
    public bool EnableCheck { get; set; }

    /// <summary>Data protection score of the product, 0 to 100; null when the service returns none.</summary>
    public int? ProtectionScore { get; set; }

    /// <summary>Time of the last score calculation; null when the score was never calculated.</summary>
    public DateTime? ProtectionScoreUpdatedTime { get; set; }

    /// <summary>The number of resources in each score range. Never null.</summary>
    public IList<BdrcScoreBand> ProtectionScoreDistribution
    {
        get => _protectionScoreDistribution;
        set => _protectionScoreDistribution = new(value);
    }

    /// <summary>The number of resources.</summary>
    public long TotalResourceCount { get; set; }

    /// <summary>The number of resources that violate a rule.</summary>
    public long RiskyResourceCount { get; set; }

    /// <summary>The number of violations.</summary>
    public long RiskCount { get; set; }

    /// <summary>The number of resources with a check that did not complete.</summary>
    public long CheckFailedResourceCount { get; set; }

    /// <summary>The number of checks that did not complete.</summary>
    public long CheckFailedCount { get; set; }

    /// <summary>The number of resources that are not checked yet.</summary>
    public long WaitForCheckResourceCount { get; set; }

    /// <summary>The number of resources with disabled checks.</summary>
    public long DisableCheckResourceCount { get; set; }

    /// <inheritdoc/>
    public override string ToString() => TextSanitizer.Of(ProductType);

    /// <inheritdoc/>
    internal override bool HasHarmlessText =>
        IsHarmless(ProductType) && IsHarmless(ProtectionScoreDistribution) && base.HasHarmlessText;
}
