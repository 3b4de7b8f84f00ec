using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Http.Throttling;

namespace Bdrc.Core.Tasks;

/// <summary>
/// Takes the looks of every wait of an account at one place, so that waits which are due together, or wait for the same
/// tasks, share them. It is active only while a wait stands in line: no one has to close it, and it leaves nothing behind.
/// </summary>
internal sealed class TaskPoller
{
    private readonly object _gate = new();
    private readonly TimeProvider _clock;
    private readonly TaskFetcher _lookup;
    private readonly AdaptiveRateLimiter[] _buckets;
    private readonly List<PollWaiter> _waiters = [];
    private PollLoop? _run;

    public TaskPoller(BdrcContext context, string account)
    {
        var state = ContextState.Of(context);
        _clock = state.TimeProvider;
        _lookup = new TaskFetcher(BdrcClient.InBackground(context, Report));
        _buckets = Array.ConvertAll(["DescribeTask", "DescribeTasks"], operation => state.Route.State.Get<RateLimiterRegistry>().For(
            new RateLimitKey(account, context.Endpoint.Authority, context.Region, operation),
            state.TimeProvider,
            PublishedQuota.At(context.Endpoint)));
    }

    /// <summary>Waits for the next look at some tasks.</summary>
    /// <param name="taskIds">The tasks. Not changed until the look is there.</param>
    /// <param name="delay">How long until it is wanted; it comes sooner when another wait looks at these tasks sooner.</param>
    /// <param name="report">Receives messages for the user.</param>
    /// <param name="cancellationToken">Leaves the line; when it was the last one, delay and call end with it.</param>
    public async Task<PollResult> LookAsync(
        IReadOnlyCollection<string> taskIds, TimeSpan delay, Action<BdrcDiagnostic>? report, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var due = _clock.GetTimestamp() + (long)(delay.TotalSeconds * _clock.TimestampFrequency);
        var waiter = new PollWaiter(taskIds, due, report);
        var run = Join(waiter);
        using (cancellationToken.Register(() => Leave(waiter, cancellationToken)))
        {
            try
            {
                return await waiter.Look.ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (run.Stopped.IsCancellationRequested)
            {
                await run.Ended.ConfigureAwait(false);
                throw;
            }
        }
    }

    private PollLoop Join(PollWaiter waiter)
    {
        PollLoop run;
        var starts = false;
        lock (_gate)
        {
            _waiters.Add(waiter);
            if (_run is null)
            {
                _run = new PollLoop();
                starts = true;
            }

            run = _run;
        }

        if (starts)
            run.Ended = RunAsync(run);
        else
            run.Wake();
        return run;
    }

    private void Leave(PollWaiter waiter, CancellationToken cancellationToken)
    {
        PollLoop? last = null;
        lock (_gate)
        {
            if (_waiters.Remove(waiter) && _waiters.Count == 0)
            {
                last = _run;
                _run = null;
            }
        }

        last?.Stop();
        waiter.Cancel(cancellationToken);
    }

    private async Task RunAsync(PollLoop run)
    {
        try
        {
            while (NextDelay(run) is { } delay)
            {
                if (delay > TimeSpan.Zero)
                    await run.SleepAsync(_clock, delay).ConfigureAwait(false);
                else
                    await TakeLookAsync(run).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (run.Stopped.IsCancellationRequested)
        {
            // The last wait has left; those that come later begin a run of their own.
        }
    }

    /// <summary>Time until the first wait is due, never negative; null when the run is over.</summary>
    private TimeSpan? NextDelay(PollLoop run)
    {
        lock (_gate)
        {
            if (_run != run)
                return null;
            if (_waiters.Count == 0)
            {
                _run = null;
                return null;
            }

            var first = long.MaxValue;
            foreach (var waiter in _waiters)
                first = Math.Min(first, waiter.Due);
            run.PrepareSleep();
            var delay = _clock.GetElapsedTime(_clock.GetTimestamp(), first);
            return delay > TimeSpan.Zero ? delay : TimeSpan.Zero;
        }
    }

    private async Task TakeLookAsync(PollLoop run)
    {
        var (due, ids) = Gather();
        PollResult? look = null;
        Exception? failure = null;
        var throttlings = Throttlings();
        try
        {
            look = await _lookup.LookAsync(ids, run.Stopped).ConfigureAwait(false);
            look.Throttlings = Throttlings() - throttlings;
        }
#pragma warning disable CA1031 // Whatever it is, it belongs to those who wait for the look.
        catch (Exception thrown) when (!run.Stopped.IsCancellationRequested)
#pragma warning restore CA1031
        {
            failure = thrown;
        }

        foreach (var waiter in Release(waiter => due.Contains(waiter) || (look is not null && waiter.IsServedBy(look))))
        {
            if (failure is not null)
                waiter.Fail(failure);
            else
                waiter.Give(look!);
        }
    }

    /// <summary>Who is due, and what to look at: where pages are read, the other waits' tasks are on them for nothing.</summary>
    private (HashSet<PollWaiter> Due, HashSet<string> Ids) Gather()
    {
        var due = new HashSet<PollWaiter>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        lock (_gate)
        {
            var now = _clock.GetTimestamp();
            foreach (var waiter in _waiters)
            {
                if (waiter.Due <= now && due.Add(waiter))
                    ids.UnionWith(waiter.TaskIds);
            }

            for (var i = 0; ids.Count > TaskFetcher.FewTasks && i < _waiters.Count; i++)
                ids.UnionWith(_waiters[i].TaskIds);
        }

        return (due, ids);
    }

    private List<PollWaiter> Release(Predicate<PollWaiter> served)
    {
        lock (_gate)
        {
            var released = _waiters.FindAll(served);
            _waiters.RemoveAll(released.Contains);
            return released;
        }
    }

    private int Throttlings() => _buckets[0].ThrottlingCount + _buckets[1].ThrottlingCount;

    private void Report(BdrcDiagnostic message)
    {
        Action<BdrcDiagnostic>? all = null;
        lock (_gate)
        {
            foreach (var waiter in _waiters)
                all += waiter.Report;
        }

        all?.Invoke(message);
    }
}
