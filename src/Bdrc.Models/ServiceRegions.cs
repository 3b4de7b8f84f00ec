namespace Bdrc;

/// <summary>The regions that BDRC documents an endpoint for. Others may have one too: they are called by the same form of host.</summary>
internal static class ServiceRegions
{
    /// <summary>Identifier and English name of each.</summary>
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
