namespace Bdrc.Faults.Tests.Sockets;

/// <summary>
/// A clock that skips waits: a delay ends at once and the time has gone on by as much. Timeouts of requests run in real time,
/// for they race with a real socket; where the test is about one, it is shortened.
/// </summary>
internal sealed class SkippingClock(bool shortTimeouts) : TimeProvider
{
    private const int Shortening = 100;
    private long _skipped;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Skipped;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(Skipped.TotalSeconds * TimestampFrequency);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan)
            return base.CreateTimer(callback, state, dueTime, period);
        if (state is CancellationTokenSource)
            return base.CreateTimer(callback, state, shortTimeouts ? dueTime / Shortening : dueTime, period);

        Interlocked.Add(ref _skipped, dueTime.Ticks);
        return base.CreateTimer(callback, state, TimeSpan.Zero, period);
    }

    private TimeSpan Skipped => TimeSpan.FromTicks(Interlocked.Read(ref _skipped));
}
