using Bdrc.Sandbox.Inventory;

namespace Bdrc.Sandbox.Policies;

/// <summary>The counts of one application.</summary>
internal sealed class ApplySummary
{
    private readonly Dictionary<string, long> _byStatus = new(StringComparer.Ordinal);
    private readonly long[] _byKind = new long[ResourceKind.All.Count];
    private int _last = -1;

    /// <summary>Resources by the number of their kind.</summary>
    public IReadOnlyList<long> ByKind => _byKind;

    public long ByStatus(string status) => _byStatus.TryGetValue(status, out var count) ? count : 0;

    /// <summary>Counts a record; those of one resource follow one another.</summary>
    public void Add(Resource resource, ApplyOutcome outcome)
    {
        _byStatus[outcome.Status] = ByStatus(outcome.Status) + 1;
        if (resource.Index != _last)
            _byKind[resource.Kind.Number]++;
        _last = resource.Index;
    }
}
