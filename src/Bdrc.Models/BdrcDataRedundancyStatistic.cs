namespace Bdrc;

/// <summary>How many resources have a storage class and a redundancy. Source: DescribeProductDataRedundancyTypeStat.</summary>
public sealed class BdrcDataRedundancyStatistic : BdrcObject
{
    /// <summary>Storage class, for example <c>STANDARD</c>.</summary>
    public string? StorageClass { get; set; }

    /// <summary><c>LRS</c> for locally redundant, <c>ZRS</c> for zone redundant.</summary>
    public string? DataRedundancyType { get; set; }

    /// <summary>How many resources have both.</summary>
    public long ResourceCount { get; set; }
}
