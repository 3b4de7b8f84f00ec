namespace Bdrc.Completion;

/// <summary>The regions that BDRC documents an endpoint for.</summary>
public sealed class RegionCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Values => ServiceRegions.Names.Select(region => region.Key);

    /// <inheritdoc/>
    protected override string Describe(string value)
    {
        var region = new BdrcRegion { RegionId = value, LocalName = ServiceRegions.Names.First(known => known.Key == value).Value };
        return $"{region.LocalName}: {region.Endpoint}";
    }
}
