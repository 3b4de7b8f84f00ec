namespace Bdrc.Core.Http.Throttling;

/// <summary>
/// The quota of one operation of one account at one place, shared by every runspace. What a person asks for goes before the
/// polls of a wait, which also leave a fifth of the tokens untouched. A throttling answer makes the bucket smaller; time
/// without one lets it grow back. Safe for every thread; it holds a timer only while somebody waits.
/// </summary>
internal sealed class AdaptiveRateLimiter
{
    private static readonly TimeSpan Learning = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Recovery = TimeSpan.FromSeconds(30);

    private readonly object _gate = new();
    private readonly TimeProvider _clock;
    private readonly SlidingWindow _window;
    private readonly LinkedList<RateLimitWaiter> _foreground = new();
    private readonly LinkedList<RateLimitWaiter> _background = new();
    private int? _limit;
    private int _ceiling = PublishedQuota.RequestsPerSecond;
    private long _changed;
    private int _throttlings;
    private ITimer? _timer;

    /// <summary>Makes a full bucket.</summary>
    /// <param name="clock">The clock; only its monotonic side is used.</param>
    /// <param name="limit">Requests a second; null while no quota is known.</param>
    public AdaptiveRateLimiter(TimeProvider clock, int? limit)
    {
        _clock = clock;
        _window = new SlidingWindow(clock);
        _limit = limit;
        _changed = clock.GetTimestamp();
    }

    /// <summary>How many throttling answers there were.</summary>
    public int Throttlings => Volatile.Read(ref _throttlings);

    /// <summary>Requests a second as far as is known; null while no quota is.</summary>
    public int? Limit
    {
        get
        {
            lock (_gate)
                return _limit;
        }
    }

    /// <summary>Waits until a request may be sent.</summary>
    /// <param name="background">Whether it is a poll of a wait.</param>
    /// <param name="cancellationToken">Leaves the queue at once.</param>
    public Task AcquireAsync(bool background, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (_foreground.Count == 0 && (!background || _background.Count == 0) && TrySpend(background))
                return Task.CompletedTask;
        }

        return QueueAsync(background ? _background : _foreground, cancellationToken);
    }

    /// <summary>Learns from a throttling answer.</summary>
    /// <param name="stated">The quota the answer tells, in requests a second; null when it tells none.</param>
    public void Shrink(int? stated)
    {
        Interlocked.Increment(ref _throttlings);
        lock (_gate)
        {
            var now = _clock.GetTimestamp();
            if (stated is { } told)
                _ceiling = Math.Max(1, told);
            if (_limit is not { } limit)
            {
                _limit = _ceiling;
            }
            else if (limit > _ceiling || _clock.GetElapsedTime(_changed, now) >= Learning)
            {
                // The answers to requests that were on their way together are one lesson.
                _limit = Math.Max(1, Math.Min(_ceiling, limit * 3 / 4));
            }

            _changed = now;
        }
    }

    private async Task QueueAsync(LinkedList<RateLimitWaiter> queue, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var waiter = new RateLimitWaiter();
        lock (_gate)
        {
            queue.AddLast(waiter);
            Schedule();
        }

        using (cancellationToken.Register(() => Leave(queue, waiter, cancellationToken)))
            await waiter.Turn.ConfigureAwait(false);
    }

    private void Leave(LinkedList<RateLimitWaiter> queue, RateLimitWaiter waiter, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            queue.Remove(waiter);
            Schedule();
        }

        waiter.Cancel(cancellationToken);
    }

    private bool TrySpend(bool background)
    {
        var now = _clock.GetTimestamp();
        if (_limit is not { } limit)
        {
            _window.Note(now, _ceiling);
            return true;
        }

        if (limit < _ceiling && _clock.GetElapsedTime(_changed, now) >= Recovery)
        {
            _limit = limit + 1;
            _changed = now;
        }

        return _window.TrySpend(now, Usable(background));
    }

    private int Usable(bool background)
    {
        var limit = _limit ?? int.MaxValue;
        return background && limit > 1 ? limit - Math.Max(1, limit / 5) : limit;
    }

    private void Serve()
    {
        var served = new List<RateLimitWaiter>();
        lock (_gate)
        {
            Serve(_foreground, background: false, served);
            if (_foreground.Count == 0)
                Serve(_background, background: true, served);
            Schedule();
        }

        foreach (var waiter in served)
            waiter.Grant();
    }

    private void Serve(LinkedList<RateLimitWaiter> queue, bool background, List<RateLimitWaiter> served)
    {
        while (queue.First is { } first && TrySpend(background))
        {
            queue.RemoveFirst();
            served.Add(first.Value);
        }
    }

    private void Schedule()
    {
        if (_foreground.Count + _background.Count == 0)
        {
            _timer?.Dispose();
            _timer = null;
            return;
        }

        var ticks = _window.NextReturn(Usable(background: _foreground.Count == 0)) - (double)_clock.GetTimestamp();
        var due = TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling(ticks * 1000 / _clock.TimestampFrequency)));
        if (_timer is null)
            _timer = _clock.CreateTimer(static state => ((AdaptiveRateLimiter)state!).Serve(), this, due, Timeout.InfiniteTimeSpan);
        else
            _timer.Change(due, Timeout.InfiniteTimeSpan);
    }
}
