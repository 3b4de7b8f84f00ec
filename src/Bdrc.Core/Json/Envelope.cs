namespace Bdrc.Core.Json;

/// <summary>The outer object of every response.</summary>
/// <typeparam name="T">The type of <c>Data</c>.</typeparam>
internal sealed class Envelope<T>
{
    public T? Data { get; set; }

    public string? RequestId { get; set; }
}

/// <summary>The <c>Data</c> of a list operation.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
internal sealed class PageData<T>
{
    public List<T>? Content { get; set; }

    public string? NextToken { get; set; }

    public int? MaxResults { get; set; }

    public long? TotalCount { get; set; }
}

/// <summary>The <c>Data</c> of DescribeRegions, the only list that is not named <c>Content</c>.</summary>
internal sealed class RegionData
{
    public List<BdrcRegion>? Regions { get; set; }
}
