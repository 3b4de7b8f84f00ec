namespace Bdrc.Benchmarks.Limit;

/// <summary>A resource with the service's fields, unconverted.</summary>
public sealed class LimitResource
{
    public string? ResourceArn { get; set; }

    public string? ResourceId { get; set; }

    public string? ResourceName { get; set; }

    public string? ResourceType { get; set; }

    public string? ProductType { get; set; }

    public long ResourceOwnerId { get; set; }

    public string? RegionId { get; set; }

    public string? ZoneId { get; set; }

    public string? VpcId { get; set; }

    public string? VSwitchId { get; set; }

    public string? Status { get; set; }

    public long CreateTime { get; set; }

    public string? DataRedundancyType { get; set; }

    public string? StorageClass { get; set; }

    public long StandardDataSize { get; set; }

    public long IaDataSize { get; set; }

    public long ArchiveDataSize { get; set; }

    public long ColdArchiveDataSize { get; set; }

    public long TotalDataSize { get; set; }

    public bool EnableCheck { get; set; }

    public int ProtectionScore { get; set; }

    public long ProtectionScoreUpdatedTime { get; set; }

    public int RiskCount { get; set; }

    public int CheckFailedCount { get; set; }
}
