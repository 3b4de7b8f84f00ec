using Bdrc.Sandbox.Categories;
using Bdrc.Sandbox.Inventory;
using Bdrc.Sandbox.State;
using Bdrc.Sandbox.Tasks;

namespace Bdrc.Sandbox.Policies;

/// <summary>
/// One application of a policy: what it consisted of when it began. Its records are worked out when they are asked for.
/// </summary>
internal sealed class PolicyRun(ProtectionPolicy policy, IReadOnlyList<CategoryCondition> conditions, Func<string, bool> snapshotPolicyExists)
{
    private readonly IReadOnlyList<SubProtectionPolicy> _measures = policy.Measures;
    private readonly int _region = CloudRegion.NumberOf(policy.RegionId);
    private readonly HashSet<string> _missing = new(StringComparer.Ordinal);

    public string PolicyId { get; } = policy.Id;

    /// <summary>The task that carries it out.</summary>
    public required SandboxTask Task { get; init; }

    /// <summary>What it did; null until it is complete.</summary>
    public ApplySummary? Summary { get; private set; }

    /// <summary>Carries it out.</summary>
    /// <param name="inventory">The resources.</param>
    /// <param name="attach">Called for each server and the snapshot policy it gets.</param>
    public void Complete(ResourceInventory inventory, Action<int, string> attach)
    {
        foreach (var measure in _measures)
        {
            if (measure.AutoSnapshotPolicyId is { } id && !snapshotPolicyExists(id))
                _missing.Add(id);
        }

        var summary = new ApplySummary();
        foreach (var record in Records(inventory, 0))
        {
            summary.Add(record.Resource, record.Outcome);
            if (record.Outcome == ApplyOutcome.Success)
                attach(record.Resource.Index, record.Measure.AutoSnapshotPolicyId!);
        }

        Summary = summary;
    }

    /// <summary>One record for each resource it covers and each of its measures.</summary>
    /// <param name="inventory">The resources.</param>
    /// <param name="from">Position of the first record to look at.</param>
    public IEnumerable<ApplyRecord> Records(ResourceInventory inventory, long from)
    {
        for (var index = (int)(from / _measures.Count); index < inventory.OwnCount; index++)
        {
            var resource = inventory[index];
            if (!Covers(resource))
                continue;

            for (var i = 0; i < _measures.Count; i++)
            {
                var position = ((long)index * _measures.Count) + i;
                if (position >= from)
                    yield return new ApplyRecord(position, resource, _measures[i], Outcome(inventory, resource, _measures[i]));
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

    private ApplyOutcome Outcome(ResourceInventory inventory, Resource resource, SubProtectionPolicy measure)
    {
        if (measure.AutoSnapshotPolicyId is not { } id || resource.Kind != ResourceKind.Ecs)
            return ApplyOutcome.OtherKind;
        if (inventory.RegionNumber(resource.Index) != _region)
            return ApplyOutcome.OtherRegion;
        if (_missing.Contains(id))
            return ApplyOutcome.NoSnapshotPolicy;
        return SeededRandom.Bits(inventory.Seed, RandomStream.PolicyOutcome, resource.Index) % 8 == 0 ? ApplyOutcome.Broken : ApplyOutcome.Success;
    }
}
