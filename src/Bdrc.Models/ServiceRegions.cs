namespace Bdrc;

/// <summary>The regions with a documented BDRC endpoint. Other regions use the same host name pattern.</summary>
internal static class ServiceRegions
{
    /// <summary>Region id and English name.</summary>
    public static readonly IReadOnlyList<KeyValuePair<string, string>> Names =
    [
        new("cn-shanghai", "China (Shanghai)"),
        new("ap-southeast-1", "Singapore"),
        new("cn-shanghai-finance-1", "China East 2 Finance"),
    ];

    public static bool Contains(string? regionId)
    {
        for (var i = 0; i < Names.Count; i++)
        {
            if (Names[i].Key.Equals(regionId, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
