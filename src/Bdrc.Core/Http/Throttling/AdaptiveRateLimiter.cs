namespace Bdrc.Core.Http.Throttling;

/// <summary>
/// Limits the requests of one operation of one account at one endpoint, shared by all runspaces. Calls that a user waits for
/// precede the polls of a wait, which also leave a fifth of the limit unused. A throttling response lowers the limit; time
/// without one raises it again. Safe for all threads. It has a timer only while a request waits.
/// </summary>
internal sealed class AdaptiveRateLimiter
{
    private static readonly TimeSpan LearningInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan RecoveryInterval = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private readonly TimeProvider _clock;
    private readonly SlidingWindow _window;
    private readonly LinkedList<RateLimitWaiter> _foreground = new();
    private readonly LinkedList<RateLimitWaiter> _background = new();
    private int? _limit;
    private int _ceiling = PublishedQuota.RequestsPerSecond;
    private long _changed;
    private int _throttlingCount;
    private ITimer? _timer;

    /// <summary>Creates a limiter with an empty window.</summary>
    /// <param name="clock">The clock; only its monotonic timestamps are used.</param>
    /// <param name="limit">Requests a second; null while no quota is known.</param>
    public AdaptiveRateLimiter(TimeProvider clock, int? limit)
    {
        _clock = clock;
        _window = new SlidingWindow(clock);
        _limit = limit;
        _changed = clock.GetTimestamp();
    }

    /// <summary>Number of throttling responses so far.</summary>
    public int ThrottlingCount => Volatile.Read(ref _throttlingCount);

    /// <summary>The current limit in requests a second; null while no quota is known.</summary>
    public int? Limit
    {
        get
        {
            lock (_gate)
                return _limit;
        }
    }

    /// <summary>Waits until the limit allows another request.</summary>
    /// <param name="background">Whether the request is a poll of a wait.</param>
    /// <param name="cancellationToken">Removes the request from the queue.</param>
    public Task AcquireAsync(bool background, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_foreground.Count == 0 && (!background || _background.Count == 0) && TryAcquire(background))
                return Task.CompletedTask;
        }

        return WaitAsync(background ? _background : _foreground, cancellationToken);
    }

    /// <summary>Lowers the limit after a throttling response.</summary>
    /// <param name="stated">The quota that the response states, in requests a second; null for none.</param>
    public void OnThrottled(int? stated)
    {
        Interlocked.Increment(ref _throttlingCount);
        lock (_gate)
        {
            var now = _clock.GetTimestamp();
            if (stated is { } quota)
                _ceiling = Math.Max(1, quota);
            if (_limit is not { } limit)
            {
                _limit = _ceiling;
            }
            else if (limit > _ceiling || _clock.GetElapsedTime(_changed, now) >= LearningInterval)
            {
                // Responses to requests that were in flight together lower the limit once.
                _limit = Math.Max(1, Math.Min(_ceiling, limit * 3 / 4));
            }

            _changed = now;
        }
    }

    private async Task WaitAsync(LinkedList<RateLimitWaiter> queue, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiter = new RateLimitWaiter();
        lock (_gate)
        {
            queue.AddLast(waiter);
            ScheduleTimer();
        }

        using (cancellationToken.Register(() => Cancel(queue, waiter, cancellationToken)))
            await waiter.Granted.ConfigureAwait(false);
    }

    private void Cancel(LinkedList<RateLimitWaiter> queue, RateLimitWaiter waiter, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            queue.Remove(waiter);
            ScheduleTimer();
        }

        waiter.Cancel(cancellationToken);
    }

    private bool TryAcquire(bool background)
    {
        var now = _clock.GetTimestamp();
        if (_limit is not { } limit)
        {
            _window.Record(now, _ceiling);
            return true;
        }

        if (limit < _ceiling && _clock.GetElapsedTime(_changed, now) >= RecoveryInterval)
        {
            _limit = limit + 1;
            _changed = now;
        }

        return _window.TryAcquire(now, LimitFor(background));
    }

    private int LimitFor(bool background)
    {
        var limit = _limit ?? int.MaxValue;
        return background && limit > 1 ? limit - Math.Max(1, limit / 5) : limit;
    }

    private void Release()
    {
        var released = new List<RateLimitWaiter>();
        lock (_gate)
        {
            Release(_foreground, background: false, released);
            if (_foreground.Count == 0)
                Release(_background, background: true, released);
            ScheduleTimer();
        }

        foreach (var waiter in released)
            waiter.Grant();
    }

    private void Release(LinkedList<RateLimitWaiter> queue, bool background, List<RateLimitWaiter> released)
    {
        while (queue.First is { } first && TryAcquire(background))
        {
            queue.RemoveFirst();
            released.Add(first.Value);
        }
    }

    private void ScheduleTimer()
    {
        if (_foreground.Count + _background.Count == 0)
        {
            _timer?.Dispose();
            _timer = null;
            return;
        }

        var ticks = _window.NextPermit(LimitFor(background: _foreground.Count == 0)) - (double)_clock.GetTimestamp();
        var due = TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(ticks * 1000 / _clock.TimestampFrequency)));
        if (_timer is null)
            _timer = _clock.CreateTimer(static state => ((AdaptiveRateLimiter)state!).Release(), this, due, Timeout.InfiniteTimeSpan);
        else
            _timer.Change(due, Timeout.InfiniteTimeSpan);
    }
}

/// <summary>A request that waits for the rate limiter.</summary>
internal sealed class RateLimitWaiter
{
    // Continuations can run synchronously, because it is never completed under a lock.
    private readonly TaskCompletionSource<bool> _granted = new();

    public Task Granted => _granted.Task;

    public void Grant() => _granted.TrySetResult(true);

    public void Cancel(CancellationToken cancellationToken) => _granted.TrySetCanceled(cancellationToken);
}
