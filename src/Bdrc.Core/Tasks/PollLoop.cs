using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Tasks;

/// <summary>The activity of a poller while somebody waits: one delay or one look at a time.</summary>
#pragma warning disable CA1001 // The source holds no timer and no handle; disposing it would race with the wait that leaves last.
internal sealed class PollLoop
#pragma warning restore CA1001
{
    private readonly CancellationTokenSource _stop = new();
    private volatile TaskCompletionSource<bool>? _wake;

    public CancellationToken Stopped => _stop.Token;

    /// <summary>Ends when the run has left nothing behind.</summary>
    public Task Ended { get; set; } = Task.CompletedTask;

    public void Stop() => _stop.Cancel();

    /// <summary>Lets the next <see cref="SleepAsync"/> be woken; called under the poller's lock, where waiters are counted.</summary>
    public void PrepareSleep() => _wake = new TaskCompletionSource<bool>();

    /// <summary>Ends the sleep: somebody has joined, who may want a look sooner.</summary>
    public void Wake() => _wake?.TrySetResult(true);

    public async Task SleepAsync(TimeProvider clock, TimeSpan time)
    {
        using var nap = CancellationTokenSource.CreateLinkedTokenSource(Stopped);

        // Delays know whole milliseconds and cut the rest: a sleep that ends too soon would be repeated in a spin.
        var delay = clock.DelayAsync(TimeSpan.FromMilliseconds(Math.Ceiling(time.TotalMilliseconds)), nap.Token);
        await Task.WhenAny(delay, _wake!.Task).ConfigureAwait(false);
        nap.Cancel();
        Stopped.ThrowIfCancellationRequested();
    }
}
