namespace Bdrc;

/// <summary>A product with the scores of its resources taken together. Source: DescribeProducts.</summary>
public sealed class BdrcProduct : BdrcObject
{
    /// <summary>Short code: <c>ecs</c>, <c>oss</c>, <c>nas</c> or <c>ots</c>.</summary>
    public string ProductType { get; set; } = string.Empty;

    /// <summary>Whether the product is checked and scored.</summary>
    public bool EnableCheck { get; set; }

    /// <summary>Data-protection score of the product, 0 to 100; null when the service gives none.</summary>
    public int? ProtectionScore { get; set; }

    /// <summary>When the score was last worked out; null when it never was.</summary>
    public DateTimeOffset? ProtectionScoreUpdatedTime { get; set; }

    /// <summary>How many resources fall into each band of scores. Never null.</summary>
    public IList<BdrcScoreBand> ProtectionScoreDistribution { get; set; } = [];

    /// <summary>How many resources there are.</summary>
    public long TotalResourceCount { get; set; }

    /// <summary>How many resources violate a rule.</summary>
    public long RiskyResourceCount { get; set; }

    /// <summary>How many violations there are.</summary>
    public long RiskCount { get; set; }

    /// <summary>How many resources have a rule that could not be checked.</summary>
    public long CheckFailedResourceCount { get; set; }

    /// <summary>How many checks could not be carried out.</summary>
    public long CheckFailedCount { get; set; }

    /// <summary>How many resources still await their check.</summary>
    public long WaitForCheckResourceCount { get; set; }

    /// <summary>How many resources have checking switched off.</summary>
    public long DisableCheckResourceCount { get; set; }

    /// <inheritdoc/>
    public override string ToString() => ProductType;
}
