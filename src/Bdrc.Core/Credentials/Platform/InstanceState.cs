namespace Bdrc.Core.Credentials.Platform;

/// <summary>Cached facts about the instance that this process runs on. Thread-safe.</summary>
internal sealed class InstanceState
{
    /// <summary>How long a metadata service that did not respond is treated as absent.</summary>
    private static readonly TimeSpan AbsenceLifetime = TimeSpan.FromMinutes(5);

    private long _absentUntil;

    /// <summary>The region of the instance; null until it is known. It never changes.</summary>
    public string? Region
    {
        get => Volatile.Read(ref field);
        set => Volatile.Write(ref field, value);
    }

    /// <summary>
    /// Whether a recent probe of the metadata service got no response, so that calls do not wait for another one. It expires,
    /// because the network may only have been down for a moment.
    /// </summary>
    public bool IsAbsent(TimeProvider clock) => clock.GetUtcNow().UtcTicks < Interlocked.Read(ref _absentUntil);

    public void MarkAbsent(TimeProvider clock) => Interlocked.Exchange(ref _absentUntil, (clock.GetUtcNow() + AbsenceLifetime).UtcTicks);

    /// <summary>Records a response of the metadata service.</summary>
    public void MarkPresent() => Interlocked.Exchange(ref _absentUntil, 0);
}
