using System.Collections.Concurrent;

namespace Bdrc.Faults.Tests.Sockets;

/// <summary>
/// A clock that skips waits: a delay ends at once and advances the clock by its length. A timeout expires only when the test
/// expires it, never because the machine is slow.
/// </summary>
internal sealed class SkippingClock : TimeProvider
{
    private readonly ConcurrentDictionary<HeldTimer, DateTimeOffset> _timeouts = new();
    private long _skipped;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Skipped;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(Skipped.TotalSeconds * TimestampFrequency);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime == Timeout.InfiniteTimeSpan)
            return base.CreateTimer(callback, state, dueTime, period);
        if (state is not CancellationTokenSource)
        {
            Skip(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }

        var timer = new HeldTimer(() => callback(state), timer => _timeouts.TryRemove(timer, out _));
        _timeouts[timer] = GetUtcNow() + dueTime;
        return timer;
    }

    /// <summary>Skips to the timeout that expires next, and lets it expire.</summary>
    public void ExpireTimeouts()
    {
        if (_timeouts.IsEmpty)
            return;

        var next = _timeouts.Values.Min();
        if (next - GetUtcNow() is var left && left > TimeSpan.Zero)
            Skip(left);
        foreach (var (timer, due) in _timeouts)
        {
            if (due <= next)
                timer.Expire();
        }
    }

    private TimeSpan Skipped => TimeSpan.FromTicks(Interlocked.Read(ref _skipped));

    private void Skip(TimeSpan time) => Interlocked.Add(ref _skipped, time.Ticks);

    private sealed class HeldTimer(Action callback, Action<HeldTimer> forget) : ITimer
    {
        public void Expire()
        {
            forget(this);
            callback();
        }

        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose() => forget(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
