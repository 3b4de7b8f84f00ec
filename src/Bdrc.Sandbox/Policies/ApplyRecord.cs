using Bdrc.Sandbox.Inventory;
using Bdrc.Sandbox.Json;

namespace Bdrc.Sandbox.Policies;

/// <summary>The result of one sub-policy on one resource.</summary>
/// <param name="Position">The position among the records of the application.</param>
/// <param name="Resource">The resource.</param>
/// <param name="SubPolicy">The sub-policy.</param>
/// <param name="Outcome">The outcome.</param>
internal readonly record struct ApplyRecord(long Position, Resource Resource, SubProtectionPolicy SubPolicy, ApplyOutcome Outcome);

/// <summary>The outcome of one sub-policy on one resource.</summary>
/// <param name="Status">The ApplyStatus.</param>
/// <param name="Detail">The reason, as JSON text.</param>
internal sealed record ApplyOutcome(string Status, string Detail)
{
    public static readonly ApplyOutcome Success = new("SUCCESS", "{}");
    public static readonly ApplyOutcome ResourceTypeNotSupported = WithReason(
        "SKIPPED", "ResourceTypeNotSupported", "The sub-policy is not for resources of this type.");
    public static readonly ApplyOutcome RegionMismatch = WithReason(
        "SKIPPED", "RegionMismatch", "The resource is not in the region of the policy.");
    public static readonly ApplyOutcome DiskNotReady = WithReason(
        "FAILED", "DiskNotReady", "A disk of the instance is not ready.");
    public static readonly ApplyOutcome SnapshotPolicyNotFound = WithReason(
        "FAILED", "AutoSnapshotPolicyNotFound", "The automatic snapshot policy is not found.");

    /// <summary>All statuses, in the order of LatestApplySummary.</summary>
    public static readonly IReadOnlyList<string> Statuses = ["SUCCESS", "FAILED", "SKIPPED"];

    private static ApplyOutcome WithReason(string status, string code, string message) => new(status, SandboxJson.Object(json =>
    {
        json.WriteString("errorCode", code);
        json.WriteString("errorMessage", message);
    }));
}

/// <summary>The counts of one application.</summary>
internal sealed class ApplySummary
{
    private readonly Dictionary<string, long> _byStatus = new(StringComparer.Ordinal);
    private readonly long[] _byKind = new long[ResourceKind.All.Count];
    private int _lastIndex = -1;

    /// <summary>The number of resources for each kind.</summary>
    public IReadOnlyList<long> ByKind => _byKind;

    public long ByStatus(string status) => _byStatus.TryGetValue(status, out var count) ? count : 0;

    /// <summary>Counts a record; the records of one resource must be added one after the other.</summary>
    public void Add(Resource resource, ApplyOutcome outcome)
    {
        _byStatus[outcome.Status] = ByStatus(outcome.Status) + 1;
        if (resource.Index != _lastIndex)
            _byKind[resource.Kind.Number]++;
        _lastIndex = resource.Index;
    }
}
