namespace Bdrc;

/// <summary>The number of resources with one storage class and redundancy type. Source: DescribeProductDataRedundancyTypeStat.</summary>
public sealed class BdrcDataRedundancyStatistic : BdrcObject
{
    /// <summary>Storage class, for example <c>STANDARD</c>.</summary>
    public string? StorageClass { get; set; }

    /// <summary><c>LRS</c> for locally redundant, <c>ZRS</c> for zone redundant.</summary>
    public string? DataRedundancyType { get; set; }

    /// <summary>The number of resources with both.</summary>
    public long ResourceCount { get; set; }

    /// <inheritdoc/>
    internal override bool HasHarmlessText => IsHarmless(StorageClass) && IsHarmless(DataRedundancyType) && base.HasHarmlessText;
}
