using System.Globalization;
using Bdrc.Sandbox.CrossAccounts;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Inventory;

/// <summary>A read-only view of one resource of the inventory, without its scores and check results.</summary>
internal readonly struct Resource(ResourceInventory inventory, int index)
{
    private static readonly string[] Classes = ["STANDARD", "IA", "ARCHIVE", "COLD_ARCHIVE"];
    private static readonly string[] Roles = ["web", "api", "batch", "cache", "report", "archive", "queue", "search"];

    public int Index => index;

    public ResourceKind Kind => inventory.Kind(index);

    public string RegionId => CloudRegion.All[inventory.RegionNumber(index)].RegionId;

    public long OwnerId => ResourceDirectory.OwnerId(inventory.OwnerNumber(index));

    public string Id => Kind.IdPrefix + Tail;

    public string Name =>
        $"{Tag("env") ?? "lab"}-{Roles[(int)((Traits >> 8) & 7)]}-{index.ToString("d6", CultureInfo.InvariantCulture)}";

    /// <summary>ARN in the platform's order: region, then account.</summary>
    public string Arn => $"acs:{Kind.Product}:{RegionId}:{OwnerText}:{Kind.ArnPart}{Id}";

    /// <summary>ARN in the order of some samples: account, then region.</summary>
    public string ArnAccountFirst => $"acs:{Kind.Product}:{OwnerText}:{RegionId}:{Kind.ArnPart}{Id}";

    public DateTimeOffset CreateTime => inventory.Created.AddMinutes(-(long)(1_440 + ((Traits >> 20) % 1_000_000)));

    /// <summary>LRS or ZRS; empty for servers, which have no redundancy type.</summary>
    public string DataRedundancyType => Kind == ResourceKind.Ecs ? string.Empty : IsZoneRedundant ? "ZRS" : "LRS";

    public bool IsZoneRedundant => Kind != ResourceKind.Ecs && ((Traits >> 12) & 3) == 0;

    /// <summary>Default storage class; empty for servers.</summary>
    public string StorageClass
    {
        get
        {
            if (Kind == ResourceKind.Ecs)
                return string.Empty;
            var classCount = Kind == ResourceKind.Oss ? Classes.Length : Kind == ResourceKind.Nas ? 2 : 1;

            // The square root makes the hotter classes more frequent.
            return Classes[classCount - 1 - (int)Math.Sqrt((int)((Traits >> 14) & 15) * classCount * classCount / 16)];
        }
    }

    public string Status => Kind != ResourceKind.Ecs ? "Running" : ((Traits >> 18) & 7) == 0 ? "Stopped" : "Running";

    public string ZoneId => Kind == ResourceKind.Oss ? string.Empty : RegionId + "-" + (char)('a' + (int)((Traits >> 40) % 3));

    public string VpcId => IsInNetwork ? "vpc-" + Tail : string.Empty;

    public string VSwitchId => IsInNetwork ? "vsw-" + Tail : string.Empty;

    private bool IsInNetwork => Kind == ResourceKind.Ecs || Kind == ResourceKind.Nas;

    private string OwnerText => OwnerId.ToString(CultureInfo.InvariantCulture);

    private string Tail => SeededRandom.Tail(inventory.Seed, RandomStream.ResourceId, index);

    private ulong Traits => SeededRandom.Bits(inventory.Seed, RandomStream.ResourceTraits, index);

    /// <summary>The size of the data in a storage class, in bytes.</summary>
    /// <param name="storageClass">A value of <see cref="StorageClass"/>.</param>
    public long DataSize(string storageClass)
    {
        // Most data is in the default class; buckets also have a little in each other class.
        var offset = ((long)index * Classes.Length) + Array.IndexOf(Classes, storageClass);
        var size = (long)(SeededRandom.Bits(inventory.Seed, RandomStream.ResourceSizes, offset) % (2UL << 40));
        if ((StorageClass.Length == 0 ? Classes[0] : StorageClass) == storageClass)
            return size;
        return Kind == ResourceKind.Oss ? size >> 6 : 0;
    }

    /// <summary>The value of a tag; null when the resource does not have the tag.</summary>
    public string? Tag(string key) => ResourceTags.Value(SeededRandom.Bits(inventory.Seed, RandomStream.ResourceTags, index), key);
}

/// <summary>The tags of the resources.</summary>
internal static class ResourceTags
{
    // A null stands for the share of resources without the tag.
    private static readonly string?[] Environments = ["prod", "prod", "prod", "staging", "staging", "test", "test", null];
    private static readonly string?[] Teams = ["orders", "billing", "search", "web", "platform", "orders", null, null];
    private static readonly string?[] Creators = ["terraform", "terraform", "terraform", "console", "console", "ops", "ops", null];
    private static readonly string?[] Backups = ["daily", "daily", "weekly", null, null, null, null, null];

    /// <summary>The value of a tag.</summary>
    /// <param name="bits">The random number of the resource.</param>
    /// <param name="key">The key; it is case-sensitive.</param>
    public static string? Value(ulong bits, string key) => key switch
    {
        "env" => Environments[(int)(bits & 7)],
        "team" => Teams[(int)((bits >> 8) & 7)],
        "CreatedBy" => Creators[(int)((bits >> 16) & 7)],
        "backup" => Backups[(int)((bits >> 24) & 7)],
        _ => null,
    };
}
