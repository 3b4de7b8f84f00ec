namespace Bdrc.Core.Json;

/// <summary>The <c>Data</c> of DescribeRegions, the one list that has a name of its own.</summary>
internal sealed class RegionData
{
    public List<BdrcRegion>? Regions { get; set; }
}
