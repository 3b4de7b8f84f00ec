namespace Bdrc.Sandbox.Policies;

/// <summary>A protection policy: measures for the resources of some categories.</summary>
internal sealed class ProtectionPolicy
{
    /// <summary>Its place in the order of creation.</summary>
    public required long Number { get; init; }

    public required string Id { get; init; }

    public required string RegionId { get; init; }

    public required string Name { get; set; }

    public required IReadOnlyList<string> CategoryIds { get; set; }

    public required IReadOnlyList<SubProtectionPolicy> Measures { get; set; }

    /// <summary>The latest application; null when it was never applied.</summary>
    public PolicyRun? LatestRun { get; set; }
}
