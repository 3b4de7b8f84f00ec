using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Http.Throttling;

namespace Bdrc.Core.Tasks;

/// <summary>
/// Polls for every waiter of an account, so that waiters which are due together, or which wait for the same tasks, share
/// requests. It is active only while it has waiters, so it needs no disposal. Safe for all threads.
/// </summary>
internal sealed class TaskPoller
{
    private readonly object _gate = new();
    private readonly TimeProvider _clock;
    private readonly TaskFetcher _fetcher;
    private readonly IReadOnlyList<AdaptiveRateLimiter> _limiters;
    private readonly List<PollWaiter> _waiters = [];
    private PollLoop? _loop;
    private Task _lastLoopEnded = Task.CompletedTask;

    /// <param name="context">The context of the first waiter; the others have the same account and endpoint.</param>
    /// <param name="limiters">The rate limiters of the operations that a poll uses. They count the throttled requests.</param>
    public TaskPoller(BdrcContext context, IReadOnlyList<AdaptiveRateLimiter> limiters)
    {
        _clock = ContextState.Of(context).TimeProvider;
        _fetcher = new TaskFetcher(BdrcClient.InBackground(context, Report));
        _limiters = limiters;
    }

    /// <summary>Waits for the next poll of some tasks.</summary>
    /// <param name="taskIds">The tasks. They must not change before the poll completes.</param>
    /// <param name="delay">The time until the poll is due. It comes sooner when another waiter polls one of the tasks.</param>
    /// <param name="onDiagnostic">Receives messages for the user.</param>
    /// <param name="cancellationToken">Removes the waiter. With the last waiter, the delay and the requests are cancelled.</param>
    public async Task<PollResult> PollAsync(
        IReadOnlyCollection<string> taskIds, TimeSpan delay, Action<BdrcDiagnostic>? onDiagnostic, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var due = _clock.GetTimestamp() + (long)(delay.TotalSeconds * _clock.TimestampFrequency);
        var waiter = new PollWaiter(taskIds, due, onDiagnostic);
        var loop = Join(waiter);
        using (cancellationToken.Register(() => Leave(waiter, cancellationToken)))
        {
            try
            {
                return await waiter.Result.ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (loop.Stopped.IsCancellationRequested)
            {
                await loop.Ended.ConfigureAwait(false);
                throw;
            }
        }
    }

    private PollLoop Join(PollWaiter waiter)
    {
        PollLoop loop;
        Task? previous = null;
        lock (_gate)
        {
            _waiters.Add(waiter);
            if (_loop is null)
            {
                _loop = new PollLoop();
                previous = _lastLoopEnded;
                _lastLoopEnded = _loop.Ended;
            }

            loop = _loop;
        }

        if (previous is null)
            loop.Wake();
        else
            _ = RunAsync(loop, previous);
        return loop;
    }

    private void Leave(PollWaiter waiter, CancellationToken cancellationToken)
    {
        PollLoop? unused = null;
        lock (_gate)
        {
            if (_waiters.Remove(waiter) && _waiters.Count == 0)
            {
                unused = _loop;
                _loop = null;
            }
        }

        unused?.Stop();
        waiter.Cancel(cancellationToken);
    }

    private async Task RunAsync(PollLoop loop, Task previous)
    {
        try
        {
            // A stopped loop may still unwind a request, and the fetcher serves one poll at a time.
            await previous.ConfigureAwait(false);
            while (NextDelay(loop) is { } delay)
            {
                if (delay > TimeSpan.Zero)
                    await loop.SleepAsync(_clock, delay).ConfigureAwait(false);
                else
                    await PollOnceAsync(loop).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (loop.Stopped.IsCancellationRequested)
        {
            // The last waiter has left. The next one starts a new loop.
        }
        finally
        {
            loop.SetEnded();
        }
    }

    /// <summary>Time until the first waiter is due, never negative; null when the loop is over.</summary>
    private TimeSpan? NextDelay(PollLoop loop)
    {
        lock (_gate)
        {
            if (_loop != loop)
                return null;
            if (_waiters.Count == 0)
            {
                _loop = null;
                return null;
            }

            var first = long.MaxValue;
            foreach (var waiter in _waiters)
                first = Math.Min(first, waiter.Due);
            loop.PrepareSleep();
            var delay = _clock.GetElapsedTime(_clock.GetTimestamp(), first);
            return delay > TimeSpan.Zero ? delay : TimeSpan.Zero;
        }
    }

    private async Task PollOnceAsync(PollLoop loop)
    {
        var (due, ids) = CollectDue();
        PollResult? result = null;
        Exception? failure = null;
        var throttlings = CountThrottlings();
        try
        {
            result = await _fetcher.FetchAsync(ids, loop.Stopped).ConfigureAwait(false);
            result.IsThrottled = CountThrottlings() > throttlings;
        }
#pragma warning disable CA1031 // The waiters receive every exception.
        catch (Exception exception) when (!loop.Stopped.IsCancellationRequested)
#pragma warning restore CA1031
        {
            failure = exception;
        }

        foreach (var waiter in Remove(waiter => due.Contains(waiter) || (result is not null && waiter.IsCoveredBy(result))))
        {
            if (failure is not null)
                waiter.SetException(failure);
            else
                waiter.SetResult(result!);
        }
    }

    /// <summary>The due waiters and the tasks to poll. When pages are read, the tasks of other waiters take no more requests.</summary>
    private (HashSet<PollWaiter> Due, HashSet<string> Ids) CollectDue()
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

            for (var i = 0; ids.Count > TaskFetcher.MaxTasksById && i < _waiters.Count; i++)
                ids.UnionWith(_waiters[i].TaskIds);
        }

        return (due, ids);
    }

    private List<PollWaiter> Remove(Predicate<PollWaiter> isServed)
    {
        lock (_gate)
        {
            var removed = _waiters.FindAll(isServed);
            _waiters.RemoveAll(removed.Contains);
            return removed;
        }
    }

    private int CountThrottlings()
    {
        var count = 0;
        foreach (var limiter in _limiters)
            count += limiter.ThrottlingCount;
        return count;
    }

    private void Report(BdrcDiagnostic diagnostic)
    {
        Action<BdrcDiagnostic>? all = null;
        lock (_gate)
        {
            foreach (var waiter in _waiters)
                all += waiter.OnDiagnostic;
        }

        all?.Invoke(diagnostic);
    }
}
