namespace Bdrc;

/// <summary>The status of the BDRC service of the account. Source: GetBdrcService.</summary>
public sealed class BdrcService : BdrcObject
{
    /// <summary><c>OPENED</c> or <c>CLOSED</c>.</summary>
    public string? ServiceStatus { get; set; }

    /// <summary>Status of the background initialization after opening, an open set: <c>SUCCESS</c> when it is complete.</summary>
    public string? ServiceInitializeStatus { get; set; }

    /// <summary>Time when the service was opened; null when it never was.</summary>
    public DateTime? OpenTime { get; set; }

    /// <summary>Time of the last score calculation; null when the scores were never calculated.</summary>
    public DateTime? ProtectionScoreUpdatedTime { get; set; }

    /// <summary>True when the service is open.</summary>
    public bool IsOpen => string.Equals(ServiceStatus, "OPENED", StringComparison.Ordinal);

    /// <summary>True when the service is open and its initialization succeeded.</summary>
    public bool IsReady => IsOpen && string.Equals(ServiceInitializeStatus, "SUCCESS", StringComparison.Ordinal);

    /// <inheritdoc/>
    internal override bool HasHarmlessText =>
        IsHarmless(ServiceStatus) && IsHarmless(ServiceInitializeStatus) && base.HasHarmlessText;
}
