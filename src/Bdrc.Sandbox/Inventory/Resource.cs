using System.Globalization;
using Bdrc.Sandbox.CrossAccounts;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Inventory;

/// <summary>A look at one resource of the inventory. Everything but scores and checks, which change.</summary>
internal readonly struct Resource(ResourceInventory inventory, int index)
{
    private static readonly string[] Classes = ["STANDARD", "IA", "ARCHIVE", "COLD_ARCHIVE"];
    private static readonly string[] Roles = ["web", "api", "batch", "cache", "report", "archive", "queue", "search"];

    public int Index => index;

    public ResourceKind Kind => inventory.Kind(index);

    public string RegionId => CloudRegion.All[inventory.RegionNumber(index)].RegionId;

    public long OwnerId => ResourceDirectory.OwnerId(inventory.OwnerNumber(index));

    public string Id => Kind.IdPrefix + Tail;

    public string Name => (Tag("env") ?? "lab") + "-" + Roles[(int)((Traits >> 8) & 7)] + "-" + index.ToString("d6", CultureInfo.InvariantCulture);

    /// <summary>ARN in the platform's order: region, then account.</summary>
    public string Arn => $"acs:{Kind.Product}:{RegionId}:{OwnerText}:{Kind.ArnPart}{Id}";

    /// <summary>ARN in the order that some samples have: account, then region.</summary>
    public string ArnAccountFirst => $"acs:{Kind.Product}:{OwnerText}:{RegionId}:{Kind.ArnPart}{Id}";

    public DateTimeOffset CreateTime => inventory.Created.AddMinutes(-(long)(1_440 + ((Traits >> 20) % 1_000_000)));

    /// <summary>LRS or ZRS; empty for servers, which hold no data of that kind.</summary>
    public string DataRedundancyType => Kind == ResourceKind.Ecs ? string.Empty : IsZoneRedundant ? "ZRS" : "LRS";

    public bool IsZoneRedundant => Kind != ResourceKind.Ecs && ((Traits >> 12) & 3) == 0;

    /// <summary>Default class of what is stored; empty for servers.</summary>
    public string StorageClass
    {
        get
        {
            if (Kind == ResourceKind.Ecs)
                return string.Empty;
            var most = Kind == ResourceKind.Oss ? Classes.Length : Kind == ResourceKind.Nas ? 2 : 1;

            // The square root makes the warmer classes the more frequent ones.
            return Classes[most - 1 - (int)Math.Sqrt((int)((Traits >> 14) & 15) * most * most / 16)];
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

    /// <summary>Bytes held in a storage class.</summary>
    /// <param name="storageClass">As in <see cref="StorageClass"/>.</param>
    public long DataSize(string storageClass)
    {
        // Everything is in the default class, and buckets keep a little in the other ones too.
        var place = Array.IndexOf(Classes, storageClass);
        var size = (long)(SeededRandom.Bits(inventory.Seed, RandomStream.ResourceSizes, ((long)index * Classes.Length) + place) % (2UL << 40));
        if ((StorageClass.Length == 0 ? Classes[0] : StorageClass) == storageClass)
            return size;
        return Kind == ResourceKind.Oss ? size >> 6 : 0;
    }

    /// <summary>The value of a tag; null when the resource does not have it.</summary>
    public string? Tag(string key) => ResourceTags.Value(SeededRandom.Bits(inventory.Seed, RandomStream.ResourceTags, index), key);
}
