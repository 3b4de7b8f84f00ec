using Bdrc.Text;

namespace Bdrc;

/// <summary>
/// A resource of the inventory: an ECS instance, an OSS bucket, a NAS file system or a Tablestore instance. Source:
/// DescribeResources and DescribeTopRiskyResources.
/// </summary>
public sealed class BdrcResource : BdrcObject
{
    /// <summary>ARN, the global identifier of the resource. The order of its parts varies; treat it as an opaque value.</summary>
    public string ResourceArn { get; set; } = string.Empty;

    /// <summary>Identifier of the resource in its product, for example <c>i-…</c>.</summary>
    public string? ResourceId { get; set; }

    /// <summary>Name; empty or null when the resource has none.</summary>
    public string? ResourceName { get; set; }

    /// <summary>Type, an open set: <c>ACS::ECS::Instance</c>, <c>ACS::OSS::Bucket</c> and others.</summary>
    public string? ResourceType { get; set; }

    /// <summary>Short code of the product: <c>ecs</c>, <c>oss</c>, <c>nas</c> or <c>ots</c>.</summary>
    public string? ProductType { get; set; }

    /// <summary>UID of the account that owns the resource; 0 when the service returns none.</summary>
    public long ResourceOwnerId { get; set; }

    /// <summary>Region of the resource.</summary>
    public string? RegionId { get; set; }

    /// <summary>Zone of the resource; null when it has none.</summary>
    public string? ZoneId { get; set; }

    /// <summary>VPC of the resource; null for resources outside a VPC.</summary>
    public string? VpcId { get; set; }

    /// <summary>vSwitch of the resource; null for resources outside a VPC.</summary>
    public string? VSwitchId { get; set; }

    /// <summary>Status as reported by the product, for example <c>Running</c>.</summary>
    public string? Status { get; set; }

    /// <summary>Whether the resource is checked and scored.</summary>
    public bool EnableCheck { get; set; }

    /// <summary>Data protection score, 0 to 100; null when the service returns none.</summary>
    public int? ProtectionScore { get; set; }

    /// <summary>Time of the last score calculation; null when the score was never calculated.</summary>
    public DateTime? ProtectionScoreUpdatedTime { get; set; }

    /// <summary>The number of rules that the resource violates.</summary>
    public long RiskCount { get; set; }

    /// <summary>The number of checks that did not complete; these are not violations.</summary>
    public long CheckFailedCount { get; set; }

    /// <summary>Storage class, for example <c>STANDARD</c>; null where it does not apply.</summary>
    public string? StorageClass { get; set; }

    /// <summary><c>LRS</c> or <c>ZRS</c>; null where it does not apply.</summary>
    public string? DataRedundancyType { get; set; }

    /// <summary>Size of all data, in bytes.</summary>
    public long TotalDataSize { get; set; }

    /// <summary>Size of the data in the Standard class, in bytes.</summary>
    public long StandardDataSize { get; set; }

    /// <summary>Size of the data in the Infrequent Access class, in bytes.</summary>
    public long IaDataSize { get; set; }

    /// <summary>Size of the data in the Archive class, in bytes.</summary>
    public long ArchiveDataSize { get; set; }

    /// <summary>Size of the data in the Cold Archive class, in bytes.</summary>
    public long ColdArchiveDataSize { get; set; }

    /// <summary>Creation time; null when the service returns none.</summary>
    public DateTime? CreateTime { get; set; }

    /// <inheritdoc/>
    public override string ToString() => TextSanitizer.Of(ResourceArn);

    /// <inheritdoc/>
    internal override bool HasHarmlessText =>
        IsHarmless(ResourceArn) && IsHarmless(ResourceId) && IsHarmless(ResourceName) && IsHarmless(ResourceType)
        && IsHarmless(ProductType) && IsHarmless(RegionId) && IsHarmless(ZoneId) && IsHarmless(VpcId) && IsHarmless(VSwitchId)
        && IsHarmless(Status) && IsHarmless(StorageClass) && IsHarmless(DataRedundancyType) && base.HasHarmlessText;
}
