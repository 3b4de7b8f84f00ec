namespace Bdrc.Core.Pipeline;

/// <summary>How far this machine's clock is from a host's, as far as is known (spec/signing.md section 9).</summary>
internal sealed class ClockSkew
{
    /// <summary>Smaller differences are the time the answer took, and no reason for a refusal.</summary>
    private static readonly TimeSpan Smallest = TimeSpan.FromSeconds(60);

    private long _ticks;
    private int _warned;

    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _ticks));

    /// <summary>Takes the host's time over.</summary>
    /// <returns>Whether it differs so much from what was known that signing again makes sense.</returns>
    public bool Learn(DateTimeOffset? serverTime, DateTimeOffset now)
    {
        if (serverTime is not { } date)
            return false;

        var offset = date - now;
        if ((offset - Offset).Duration() <= Smallest)
            return false;
        Interlocked.Exchange(ref _ticks, offset.Ticks);
        return true;
    }

    /// <summary>Whether the user was not told yet; true once only.</summary>
    public bool ShouldWarn() => Interlocked.Exchange(ref _warned, 1) == 0;
}
