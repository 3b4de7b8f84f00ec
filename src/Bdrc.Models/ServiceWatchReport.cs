namespace Bdrc;

/// <summary>The result of one poll of a service that is being initialized. Source: GetBdrcService.</summary>
public sealed class ServiceWatchReport
{
    /// <summary>Creates a report.</summary>
    /// <param name="service">The service as returned by the last successful poll; null before the first one.</param>
    /// <param name="timedOut">Whether the wait reached its time limit.</param>
    public ServiceWatchReport(BdrcService? service, bool timedOut)
    {
        Service = service;
        TimedOut = timedOut;
    }

    /// <summary>The service as returned by the last successful poll; null before the first one.</summary>
    public BdrcService? Service { get; }

    /// <summary>True when the wait reached its time limit; the initialization continues.</summary>
    public bool TimedOut { get; }

    /// <summary>True when the service is open and initialized: the wait is complete.</summary>
    public bool IsReady => Service is { IsReady: true };

    /// <summary>True when the wait ends because it cannot succeed: the service was closed, or its initialization failed.</summary>
    public bool IsLost { get; set; }
}
