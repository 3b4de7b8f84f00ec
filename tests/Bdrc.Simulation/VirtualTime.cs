namespace Bdrc.Simulation;

/// <summary>
/// A clock that stands still until it is moved to the next timer, and knows which timers are alive. What a timer sets off
/// runs to its next wait before the clock moves on, so a day of polling takes a moment and always the same course.
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

    /// <summary>How far the wall clock was set forward, or back, without time passing.</summary>
    public TimeSpan WallClockJump { get; set; }

    /// <summary>How many timers were made and not disposed, and can still fire.</summary>
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

    /// <summary>Moves on to the next timer and fires it.</summary>
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

    /// <summary>Fires every timer that is due within a span, and moves to its end.</summary>
    public void Advance(TimeSpan span)
    {
        var end = _now + span.Ticks;
        while (NextDue() is { } due && due <= end)
            MoveToNextTimer();
        Volatile.Write(ref _now, end);
    }

    /// <summary>Moves the clock, timer by timer, until the work has ended.</summary>
    public async Task<T> RunAsync<T>(Task<T> work)
    {
        // Away from the test's synchronisation context: with one, continuations would be queued and the clock would run ahead.
        await Task.CompletedTask.ConfigureAwait(ConfigureAwaitOptions.ForceYielding);
        while (!work.IsCompleted)
        {
            // Without a timer something must be on its way on another thread.
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
