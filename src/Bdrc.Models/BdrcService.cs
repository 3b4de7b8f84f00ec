namespace Bdrc;

/// <summary>The account's BDRC service switch and its state. Source: GetBdrcService.</summary>
public sealed class BdrcService : BdrcObject
{
    /// <summary><c>OPENED</c> or <c>CLOSED</c>.</summary>
    public string? ServiceStatus { get; set; }

    /// <summary>State of the background initialisation after opening: <c>SUCCESS</c> when done; other values are open.</summary>
    public string? ServiceInitializeStatus { get; set; }

    /// <summary>When the service was opened; null when it never was.</summary>
    public DateTimeOffset? OpenTime { get; set; }

    /// <summary>When the protection scores were last worked out; null when they never were.</summary>
    public DateTimeOffset? ProtectionScoreUpdatedTime { get; set; }

    /// <summary>True when the service is opened.</summary>
    public bool IsOpen => string.Equals(ServiceStatus, "OPENED", StringComparison.Ordinal);

    /// <summary>True when the service is opened and its initialisation has ended well.</summary>
    public bool IsReady => IsOpen && string.Equals(ServiceInitializeStatus, "SUCCESS", StringComparison.Ordinal);
}
