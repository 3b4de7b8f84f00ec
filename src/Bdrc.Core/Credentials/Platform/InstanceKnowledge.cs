namespace Bdrc.Core.Credentials.Platform;

/// <summary>What is known about the instance that this process runs on. Safe for all threads.</summary>
internal sealed class InstanceKnowledge
{
    /// <summary>How long a metadata service that did not respond is not probed again.</summary>
    private static readonly TimeSpan AbsenceLifetime = TimeSpan.FromMinutes(5);

    private long _absentUntil;

    /// <summary>The region of the instance; null as long as it is unknown. An instance does not change its region.</summary>
    public string? Region
    {
        get => Volatile.Read(ref field);
        set => Volatile.Write(ref field, value);
    }

    /// <summary>
    /// Whether the last probe of the metadata service got no response, so that calls need not wait for another one yet. A
    /// network that was down for a moment, or a laptop that was moved, must not decide for the life of the process.
    /// </summary>
    public bool IsAbsent(TimeProvider clock) => clock.GetUtcNow().UtcTicks < Interlocked.Read(ref _absentUntil);

    public void MarkAbsent(TimeProvider clock) => Interlocked.Exchange(ref _absentUntil, (clock.GetUtcNow() + AbsenceLifetime).UtcTicks);

    /// <summary>A response of the metadata service proves that this is an instance.</summary>
    public void MarkPresent() => Interlocked.Exchange(ref _absentUntil, 0);
}
