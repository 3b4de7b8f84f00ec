namespace Bdrc;

/// <summary>What one look at a service that is being initialised brought. Source: GetBdrcService.</summary>
public sealed class ServiceWatchReport
{
    /// <summary>Makes a report.</summary>
    /// <param name="service">The service as last seen; null when no look has brought it yet.</param>
    /// <param name="timedOut">Whether the time allowed for the wait is over.</param>
    public ServiceWatchReport(BdrcService? service, bool timedOut)
    {
        Service = service;
        TimedOut = timedOut;
    }

    /// <summary>The service as last seen; null when no look has brought it yet.</summary>
    public BdrcService? Service { get; }

    /// <summary>True when the time allowed is over; the service goes on initialising.</summary>
    public bool TimedOut { get; }

    /// <summary>True when the service is opened and initialised: the wait is over.</summary>
    public bool IsReady => Service is { IsReady: true };

    /// <summary>True when the wait ends because it cannot end well: the service was closed, or its initialisation failed.</summary>
    public bool IsLost { get; set; }
}
