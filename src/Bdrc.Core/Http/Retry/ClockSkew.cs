using Bdrc.Text;

namespace Bdrc.Core.Http.Retry;

/// <summary>How far this machine's clock is from a host's, as far as is known (spec/signing.md section 9).</summary>
internal sealed class ClockSkew
{
    /// <summary>Smaller differences are the time the answer took, and no reason for a refusal.</summary>
    private static readonly TimeSpan Smallest = TimeSpan.FromSeconds(60);

    private long _ticks;
    private int _warned;

    public TimeSpan Offset => TimeSpan.FromTicks(Interlocked.Read(ref _ticks));

    /// <summary>Whether a refusal is about the time stamp.</summary>
    public static bool Causes(string code) => code.StartsWith("InvalidTimeStamp", StringComparison.Ordinal) || code == "IllegalTimestamp";

    /// <summary>How far a host's time is from this machine's; zero when it does not say or the difference is small.</summary>
    public static TimeSpan Between(DateTimeOffset? serverTime, DateTimeOffset now) =>
        serverTime is { } date && (date - now).Duration() > Smallest ? date - now : TimeSpan.Zero;

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

    /// <summary>What the user is told of it.</summary>
    public string Describe(string host) =>
        (Offset > TimeSpan.Zero ? Strings.ClockBehind : Strings.ClockAhead).FormatInvariant(Offset.Duration().TotalSeconds, host);
}
