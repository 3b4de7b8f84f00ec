using Bdrc.Text;

namespace Bdrc;

/// <summary>A region of resources. Only some regions have a BDRC endpoint. Source: DescribeRegions.</summary>
public sealed class BdrcRegion : BdrcObject
{
    /// <summary>Identifier, for example <c>cn-hangzhou</c>.</summary>
    public string RegionId { get; set; } = string.Empty;

    /// <summary>Display name in the language of the account's console.</summary>
    public string? LocalName { get; set; }

    /// <summary>Host of BDRC in this region; null where none is documented. Source: spec/signing.md section 8.</summary>
    public string? Endpoint => ServiceRegions.Contains(RegionId) ? $"bdrc.{RegionId}.aliyuncs.com" : null;

    /// <summary>Host of BDRC inside a VPC of this region; null where none is documented. Source: spec/signing.md section 8.</summary>
    public string? VpcEndpoint => ServiceRegions.Contains(RegionId) ? $"bdrc-vpc.{RegionId}.aliyuncs.com" : null;

    /// <inheritdoc/>
    public override string ToString() => TextSanitizer.Of(RegionId);

    /// <inheritdoc/>
    internal override bool HasHarmlessText => IsHarmless(RegionId) && IsHarmless(LocalName) && base.HasHarmlessText;
}
