using Bdrc.Sandbox.Categories;
using Bdrc.Sandbox.Inventory;
using Bdrc.Sandbox.State;
using Bdrc.Sandbox.Tasks;

namespace Bdrc.Sandbox.Policies;

/// <summary>
/// One application of a policy, with the policy's settings when the application began. Its records are computed when they are read.
/// </summary>
internal sealed class PolicyApplication(ProtectionPolicy policy, IReadOnlyList<CategoryCondition> conditions, Func<string, bool> snapshotPolicyExists)
{
    private readonly IReadOnlyList<SubProtectionPolicy> _subPolicies = policy.SubPolicies;
    private readonly int _region = CloudRegion.NumberOf(policy.RegionId);
    private readonly HashSet<string> _missingSnapshotPolicies = new(StringComparer.Ordinal);

    public string PolicyId { get; } = policy.Id;

    /// <summary>The task of the application.</summary>
    public required SandboxTask Task { get; init; }

    /// <summary>The counts; null until the application is complete.</summary>
    public ApplySummary? Summary { get; private set; }

    /// <summary>Completes the application.</summary>
    /// <param name="inventory">The resources.</param>
    /// <param name="attach">Called with the index of each server and the snapshot policy that it gets.</param>
    public void Complete(ResourceInventory inventory, Action<int, string> attach)
    {
        foreach (var subPolicy in _subPolicies)
        {
            if (subPolicy.AutoSnapshotPolicyId is { } id && !snapshotPolicyExists(id))
                _missingSnapshotPolicies.Add(id);
        }

        var summary = new ApplySummary();
        foreach (var record in Records(inventory, 0))
        {
            summary.Add(record.Resource, record.Outcome);
            if (record.Outcome == ApplyOutcome.Success)
                attach(record.Resource.Index, record.SubPolicy.AutoSnapshotPolicyId!);
        }

        Summary = summary;
    }

    /// <summary>The records: one for each resource in its categories and each sub-policy.</summary>
    /// <param name="inventory">The resources.</param>
    /// <param name="from">The position of the first record to return.</param>
    public IEnumerable<ApplyRecord> Records(ResourceInventory inventory, long from)
    {
        for (var index = (int)(from / _subPolicies.Count); index < inventory.OwnCount; index++)
        {
            var resource = inventory[index];
            if (!Covers(resource))
                continue;

            for (var i = 0; i < _subPolicies.Count; i++)
            {
                var position = ((long)index * _subPolicies.Count) + i;
                if (position >= from)
                    yield return new ApplyRecord(position, resource, _subPolicies[i], Outcome(inventory, resource, _subPolicies[i]));
            }
        }
    }

    private bool Covers(Resource resource)
    {
        foreach (var condition in conditions)
        {
            if (condition.Matches(resource))
                return true;
        }

        return false;
    }

    private ApplyOutcome Outcome(ResourceInventory inventory, Resource resource, SubProtectionPolicy subPolicy)
    {
        if (subPolicy.AutoSnapshotPolicyId is not { } id || resource.Kind != ResourceKind.Ecs)
            return ApplyOutcome.ResourceTypeNotSupported;
        if (inventory.RegionNumber(resource.Index) != _region)
            return ApplyOutcome.RegionMismatch;
        if (_missingSnapshotPolicies.Contains(id))
            return ApplyOutcome.SnapshotPolicyNotFound;
        return SeededRandom.Bits(inventory.Seed, RandomStream.PolicyOutcome, resource.Index) % 8 == 0
            ? ApplyOutcome.DiskNotReady
            : ApplyOutcome.Success;
    }
}
