using Bdrc.Sandbox.CrossAccounts;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Inventory;

/// <summary>
/// All resources: those of the calling account first, then those of each member account. Only kind and region are stored, because
/// most filters read them. All other properties are computed from the resource's index and the seed.
/// </summary>
internal sealed class ResourceInventory
{
    private const int MaxPerMember = 20;

    private readonly byte[] _kinds;
    private readonly byte[] _regions;
    private readonly int _perMember;

    public ResourceInventory(SandboxOptions options, DateTimeOffset now)
    {
        Seed = options.Seed;
        Created = now;
        OwnCount = options.Resources;
        _perMember = Math.Min(MaxPerMember, (options.Resources + 9) / 10);
        Count = OwnCount + (_perMember * ResourceDirectory.Members.Count);
        _kinds = new byte[Count];
        _regions = new byte[Count];
        for (var i = 0; i < Count; i++)
        {
            var bits = SeededRandom.Bits(Seed, RandomStream.ResourceTraits, i);

            // Half are servers, a quarter buckets, the rest file systems and tables. The first four resources have one kind each.
            _kinds[i] = (byte)(i < 4 ? i : (bits & 15) switch { < 8 => 0, < 12 => 1, < 14 => 2, _ => 3 });
            _regions[i] = (byte)((bits >> 4) % (ulong)CloudRegion.All.Count);
        }
    }

    public int Seed { get; }

    /// <summary>When the sandbox was created.</summary>
    public DateTimeOffset Created { get; }

    /// <summary>Resources of the calling account.</summary>
    public int OwnCount { get; }

    /// <summary>Resources of all accounts.</summary>
    public int Count { get; }

    public Resource this[int index] => new(this, index);

    public ResourceKind Kind(int index) => ResourceKind.All[_kinds[index]];

    public int KindNumber(int index) => _kinds[index];

    public int RegionNumber(int index) => _regions[index];

    /// <summary>0 for the calling account; 1 and higher for the member accounts in the directory's order.</summary>
    public int OwnerNumber(int index) => index < OwnCount ? 0 : 1 + ((index - OwnCount) / _perMember);

    /// <summary>The resource with an id; -1 when it does not exist.</summary>
    public int FindById(string resourceId)
    {
        var index = SeededRandom.IndexIn(resourceId);
        return index >= 0 && index < Count && this[(int)index].Id == resourceId ? (int)index : -1;
    }

    /// <summary>The resource with an ARN, in either order of region and account; -1 when it does not exist.</summary>
    public int FindByArn(string arn)
    {
        var index = SeededRandom.IndexIn(arn);
        if (index < 0 || index >= Count)
            return -1;

        var resource = this[(int)index];
        return resource.Arn == arn || resource.ArnAccountFirst == arn ? (int)index : -1;
    }
}
