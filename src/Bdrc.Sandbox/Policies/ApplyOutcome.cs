using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Policies;

/// <summary>What became of one measure on one resource.</summary>
/// <param name="Status">As in ApplyStatus.</param>
/// <param name="Detail">Why, as JSON text.</param>
internal sealed record ApplyOutcome(string Status, string Detail)
{
    public static readonly ApplyOutcome Success = new("SUCCESS", "{}");
    public static readonly ApplyOutcome OtherKind = Because("SKIPPED", "ResourceTypeNotSupported", "The sub-policy is not for resources of this type.");
    public static readonly ApplyOutcome OtherRegion = Because("SKIPPED", "RegionMismatch", "The resource is not in the region of the policy.");
    public static readonly ApplyOutcome Broken = Because("FAILED", "DiskNotReady", "A disk of the instance is not ready.");
    public static readonly ApplyOutcome NoSnapshotPolicy = Because("FAILED", "AutoSnapshotPolicyNotFound", "The automatic snapshot policy is not found.");

    /// <summary>The statuses, in the order they are counted in.</summary>
    public static readonly IReadOnlyList<string> Statuses = ["SUCCESS", "FAILED", "SKIPPED"];

    private static ApplyOutcome Because(string status, string code, string message) => new(status, SandboxJson.Object(json =>
    {
        json.WriteString("errorCode", code);
        json.WriteString("errorMessage", message);
    }));
}
