using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Tasks;

/// <summary>The time limit of a wait. It starts when the object is created.</summary>
/// <param name="clock">The clock that measures it.</param>
/// <param name="timeout">The time allowed; null for no limit.</param>
internal sealed class Deadline(TimeProvider clock, TimeSpan? timeout)
{
    /// <summary>A poll that has started may end this long after the limit.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>A timer accepts no longer time than about 49 days.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(40);

    private readonly long _started = clock.GetTimestamp();

    public bool HasPassed => Remaining <= TimeSpan.Zero;

    private TimeSpan Remaining => timeout is { } allowed ? allowed - clock.GetElapsedTime(_started) : TimeSpan.MaxValue;

    /// <summary>Limits a delay to the remaining time, so that the last poll happens exactly at the limit.</summary>
    public TimeSpan Limit(TimeSpan delay) => Shorter(delay, Remaining);

    /// <summary>Runs a poll and cancels it when it takes too long after the limit.</summary>
    /// <param name="poll">The poll, its delay included.</param>
    /// <param name="cancellationToken">Cancels the poll.</param>
    /// <returns>The result of the poll; null when the limit cancelled it.</returns>
    public async Task<T?> RunAsync<T>(Func<CancellationToken, Task<T?>> poll, CancellationToken cancellationToken)
        where T : class
    {
        if (timeout is null)
            return await poll(cancellationToken).ConfigureAwait(false);

        using var limit = clock.CancelAfter(Shorter(Remaining + Grace, LongestTimer));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await poll(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right) =>
        left < TimeSpan.Zero ? TimeSpan.Zero : left < right ? left : right;
}
