namespace Bdrc.Sandbox.Inventory;

/// <summary>A region that holds resources.</summary>
internal sealed class CloudRegion
{
    /// <summary>All regions of the sandbox.</summary>
    public static readonly IReadOnlyList<CloudRegion> All =
    [
        new("cn-hangzhou", "China (Hangzhou)"),
        new("cn-shanghai", "China (Shanghai)"),
        new("cn-beijing", "China (Beijing)"),
        new("cn-shenzhen", "China (Shenzhen)"),
        new("ap-southeast-1", "Singapore"),
        new("eu-central-1", "Germany (Frankfurt)"),
    ];

    private CloudRegion(string regionId, string localName)
    {
        RegionId = regionId;
        LocalName = localName;
    }

    public string RegionId { get; }

    public string LocalName { get; }

    /// <summary>The number of a region; -1 when it does not exist.</summary>
    public static int NumberOf(string regionId)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (All[i].RegionId == regionId)
                return i;
        }

        return -1;
    }
}
