namespace Bdrc.Sandbox.Faults;

/// <summary>What an error answer holds.</summary>
public enum FaultBody
{
    /// <summary>An error in the platform's form.</summary>
    Json,

    /// <summary>A page, as a proxy or load balancer sends it.</summary>
    Html,

    /// <summary>Nothing.</summary>
    Empty,
}
