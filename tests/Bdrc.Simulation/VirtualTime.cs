namespace Bdrc.Simulation;

/// <summary>
/// A clock that the test advances from timer to timer, and that counts the active timers. What a timer starts runs to its
/// next wait before the clock advances, so a day of polling takes a moment and always runs the same way.
/// </summary>
internal sealed class VirtualTime : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    private readonly Lock _gate = new();
    private readonly SortedSet<VirtualTimer> _due = new(VirtualTimer.ByTime);
    private long _now;
    private long _order;
    private bool _hasTimedOut;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    /// <summary>Time that has passed.</summary>
    public TimeSpan Elapsed => new(Volatile.Read(ref _now));

    /// <summary>How far the wall clock was set forward or back while no time elapsed.</summary>
    public TimeSpan WallClockJump { get; set; }

    /// <summary>The number of timers that are not disposed and can still fire.</summary>
    public int Timers
    {
        get
        {
            lock (_gate)
                return _due.Count;
        }
    }

    public override long GetTimestamp() => Volatile.Read(ref _now);

    public override DateTimeOffset GetUtcNow() => Start + Elapsed + WallClockJump;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Advances to the next timer and fires it.</summary>
    /// <returns>False when there is none.</returns>
    public bool MoveToNextTimer()
    {
        VirtualTimer timer;
        lock (_gate)
        {
            if (_due.Min is not { } next)
                return false;

            timer = next;
            _hasTimedOut = timer.IsTimeout;
            _due.Remove(timer);
            Volatile.Write(ref _now, Math.Max(_now, timer.Due));
        }

        timer.Fire();
        return true;
    }

    /// <summary>Fires every timer that is due within a span, and advances to its end.</summary>
    public void Advance(TimeSpan span)
    {
        var end = _now + span.Ticks;
        while (NextDue() is { } due && due <= end)
            MoveToNextTimer();
        Volatile.Write(ref _now, end);
    }

    /// <summary>Advances the clock, timer by timer, until the work has ended.</summary>
    public async Task<T> RunAsync<T>(Task<T> work)
    {
        // Without the synchronization context of the test, which would queue continuations while the clock advances.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (!work.IsCompleted)
        {
            // Without a timer, work must be running on another thread.
            if (!MoveToNextTimer())
                await Task.WhenAny(work, Task.Delay(1)).ConfigureAwait(false);
            else if (_hasTimedOut)
                await ThreadPoolIdle.WaitAsync().ConfigureAwait(false);
        }

        return await work.ConfigureAwait(false);
    }

    internal void Set(VirtualTimer timer, TimeSpan dueTime)
    {
        lock (_gate)
        {
            _due.Remove(timer);
            if (dueTime < TimeSpan.Zero)
                return;

            timer.Due = _now + dueTime.Ticks;
            timer.Order = _order++;
            _due.Add(timer);
        }
    }

    internal void Remove(VirtualTimer timer)
    {
        lock (_gate)
            _due.Remove(timer);
    }

    private long? NextDue()
    {
        lock (_gate)
            return _due.Min?.Due;
    }
}

/// <summary>A timer of <see cref="VirtualTime"/>.</summary>
internal sealed class VirtualTimer(VirtualTime time, TimerCallback callback, object? state) : ITimer
{
    private TimeSpan _period = Timeout.InfiniteTimeSpan;

    public static IComparer<VirtualTimer> ByTime { get; } = Comparer<VirtualTimer>.Create(static (left, right) =>
        left.Due != right.Due ? left.Due.CompareTo(right.Due) : left.Order.CompareTo(right.Order));

    /// <summary>Whether it cancels something when it fires.</summary>
    public bool IsTimeout => state is CancellationTokenSource;

    /// <summary>When it fires, in ticks.</summary>
    public long Due { get; set; }

    /// <summary>Its order among timers of the same time.</summary>
    public long Order { get; set; }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        _period = period;
        time.Set(this, dueTime);
        return true;
    }

    public void Fire()
    {
        if (_period > TimeSpan.Zero)
            time.Set(this, _period);
        callback(state);
    }

    public void Dispose() => time.Remove(this);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
