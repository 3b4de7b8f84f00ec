namespace Bdrc;

/// <summary>
/// A resource of the inventory: an ECS instance, an OSS bucket, a NAS file system or a Tablestore instance. Source:
/// DescribeResources and DescribeTopRiskyResources.
/// </summary>
public sealed class BdrcResource : BdrcObject
{
    /// <summary>ARN, which names the resource across the cloud. Its parts come in different orders; pass it on untouched.</summary>
    public string ResourceArn { get; set; } = string.Empty;

    /// <summary>Identifier inside the resource's own product, for example <c>i-…</c>.</summary>
    public string? ResourceId { get; set; }

    /// <summary>Name; empty or null when the resource has none.</summary>
    public string? ResourceName { get; set; }

    /// <summary>Type, an open set: <c>ACS::ECS::Instance</c>, <c>ACS::OSS::Bucket</c> and others.</summary>
    public string? ResourceType { get; set; }

    /// <summary>Short code of the product: <c>ecs</c>, <c>oss</c>, <c>nas</c> or <c>ots</c>.</summary>
    public string? ProductType { get; set; }

    /// <summary>The account (UID) that owns the resource; 0 when the service gives none.</summary>
    public long ResourceOwnerId { get; set; }

    /// <summary>Region the resource is in.</summary>
    public string? RegionId { get; set; }

    /// <summary>Zone the resource is in; null when it belongs to none.</summary>
    public string? ZoneId { get; set; }

    /// <summary>VPC; null for resources outside of one.</summary>
    public string? VpcId { get; set; }

    /// <summary>vSwitch; null for resources outside of a VPC.</summary>
    public string? VSwitchId { get; set; }

    /// <summary>Life-cycle state as the product reports it, for example <c>Running</c>.</summary>
    public string? Status { get; set; }

    /// <summary>Whether the resource is checked and scored.</summary>
    public bool EnableCheck { get; set; }

    /// <summary>Data-protection score, 0 to 100; null when the service gives none.</summary>
    public int? ProtectionScore { get; set; }

    /// <summary>When the score was last worked out; null when it never was.</summary>
    public DateTimeOffset? ProtectionScoreUpdatedTime { get; set; }

    /// <summary>How many rules the resource violates.</summary>
    public long RiskCount { get; set; }

    /// <summary>How many rules could not be checked; that is not a violation.</summary>
    public long CheckFailedCount { get; set; }

    /// <summary>Storage class, for example <c>STANDARD</c>; null where it has no meaning.</summary>
    public string? StorageClass { get; set; }

    /// <summary><c>LRS</c> or <c>ZRS</c>; null where it has no meaning.</summary>
    public string? DataRedundancyType { get; set; }

    /// <summary>Data held in all, in bytes.</summary>
    public long TotalDataSize { get; set; }

    /// <summary>Data in the Standard class, in bytes.</summary>
    public long StandardDataSize { get; set; }

    /// <summary>Data in the Infrequent Access class, in bytes.</summary>
    public long IaDataSize { get; set; }

    /// <summary>Data in the Archive class, in bytes.</summary>
    public long ArchiveDataSize { get; set; }

    /// <summary>Data in the Cold Archive class, in bytes.</summary>
    public long ColdArchiveDataSize { get; set; }

    /// <summary>When the resource was created; null when the service gives no time.</summary>
    public DateTimeOffset? CreateTime { get; set; }

    /// <inheritdoc/>
    public override string ToString() => ResourceArn;
}
