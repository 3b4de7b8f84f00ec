using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Tasks;

/// <summary>
/// One run of a <see cref="TaskPoller"/>, from the first waiter that joins to the last that leaves: one delay or one poll at a
/// time.
/// </summary>
#pragma warning disable CA1001 // The source holds no timer and no handle; disposing it would race with the last waiter that leaves.
internal sealed class PollLoop
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource _stop = new();
    private readonly TaskCompletionSource<bool> _ended = new();
    private volatile TaskCompletionSource<bool>? _wake;

    public CancellationToken Stopped => _stop.Token;

    /// <summary>Completes when the loop has ended and no request of it is under way.</summary>
    public Task Ended => _ended.Task;

    public void Stop() => _stop.Cancel();

    public void SetEnded() => _ended.TrySetResult(true);

    /// <summary>Makes the next sleep interruptible. Called under the lock of the poller, under which waiters join.</summary>
    public void PrepareSleep() => _wake = new TaskCompletionSource<bool>();

    /// <summary>Interrupts the sleep, because a waiter joined that may be due sooner.</summary>
    public void Wake() => _wake?.TrySetResult(true);

    public async Task SleepAsync(TimeProvider clock, TimeSpan time)
    {
        using var sleep = CancellationTokenSource.CreateLinkedTokenSource(Stopped);

        // Timers truncate to whole milliseconds: a sleep that ends too early would run in a tight loop.
        var delay = clock.DelayAsync(TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds)), sleep.Token);
        await Task.WhenAny(delay, _wake!.Task).ConfigureAwait(false);
        sleep.Cancel();
        Stopped.ThrowIfCancellationRequested();
    }
}

/// <summary>A request for one poll result, queued until it is due.</summary>
/// <param name="taskIds">The tasks to poll.</param>
/// <param name="due">When the poll is due, as a timestamp.</param>
/// <param name="onDiagnostic">Receives messages for the user; null to discard them.</param>
internal sealed class PollWaiter(IReadOnlyCollection<string> taskIds, long due, Action<BdrcDiagnostic>? onDiagnostic)
{
    // Completed outside every lock, so continuations can run synchronously.
    private readonly TaskCompletionSource<PollResult> _completion = new();

    public IReadOnlyCollection<string> TaskIds => taskIds;

    public long Due => due;

    public Action<BdrcDiagnostic>? OnDiagnostic => onDiagnostic;

    public Task<PollResult> Result => _completion.Task;

    public void SetResult(PollResult result) => _completion.TrySetResult(result);

    public void SetException(Exception failure) => _completion.TrySetException(failure);

    public void Cancel(CancellationToken cancellationToken) => _completion.TrySetCanceled(cancellationToken);

    /// <summary>Whether a poll for other waiters covered a task of this one.</summary>
    public bool IsCoveredBy(PollResult result)
    {
        foreach (var id in taskIds)
        {
            if (result.Tasks.ContainsKey(id) || result.Failures.ContainsKey(id))
                return true;
        }

        return false;
    }
}
