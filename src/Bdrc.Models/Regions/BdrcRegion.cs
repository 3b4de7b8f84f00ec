namespace Bdrc;

/// <summary>A region that resources can be in. Source: DescribeRegions.</summary>
public sealed class BdrcRegion : BdrcObject
{
    /// <summary>Identifier, for example <c>cn-hangzhou</c>.</summary>
    public string RegionId { get; set; } = string.Empty;

    /// <summary>Display name in the language of the account's console.</summary>
    public string? LocalName { get; set; }

    /// <inheritdoc/>
    public override string ToString() => RegionId;
}
