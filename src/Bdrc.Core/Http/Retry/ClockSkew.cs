using Bdrc.Text;

namespace Bdrc.Core.Http.Retry;

/// <summary>The difference between the clock of this machine and the clock of a host (spec/signing.md section 9).</summary>
internal sealed class ClockSkew
{
    /// <summary>Smaller differences come from the time that the response took, and the service accepts them.</summary>
    private static readonly TimeSpan Threshold = TimeSpan.FromSeconds(60);

    private long _ticks;
    private int _warned;

    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _ticks));

    /// <summary>Whether an error code reports an invalid time stamp.</summary>
    public static bool IsTimestampError(string code) =>
        code.StartsWith("InvalidTimeStamp", StringComparison.Ordinal) || code == "IllegalTimestamp";

    /// <summary>The difference of a host's time from this machine's; zero when the time is unknown or the difference is small.</summary>
    public static TimeSpan Estimate(DateTimeOffset? serverTime, DateTimeOffset now) =>
        serverTime is { } date && (date - now).Duration() > Threshold ? date - now : TimeSpan.Zero;

    /// <summary>Updates the offset from the time of a response.</summary>
    /// <returns>Whether the offset changed, so that a request signed with the new time can succeed.</returns>
    public bool TryUpdate(DateTimeOffset? serverTime, DateTimeOffset now)
    {
        if (serverTime is not { } date)
            return false;

        var offset = date - now;
        if ((offset - Offset).Duration() <= Threshold)
            return false;
        Interlocked.Exchange(ref _ticks, offset.Ticks);
        return true;
    }

    /// <summary>Returns true on the first call only, so that the user is warned once.</summary>
    public bool TryMarkWarned() => Interlocked.Exchange(ref _warned, 1) == 0;

    /// <summary>The warning for the user.</summary>
    public string Describe(string host) =>
        (Offset > TimeSpan.Zero ? Strings.ClockBehind : Strings.ClockAhead).FormatInvariant(Offset.Duration().TotalSeconds, host);
}
