using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Tasks;

/// <summary>The time that is allowed for a wait; it runs from when this is made.</summary>
/// <param name="clock">SubProtectionPolicies it.</param>
/// <param name="timeout">How long; null for no limit.</param>
internal sealed class Deadline(TimeProvider clock, TimeSpan? timeout)
{
    /// <summary>So long a look that was begun may go on past the time allowed.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>The longest time a timer takes.</summary>
    private static readonly TimeSpan LongestTimer = TimeSpan.FromDays(40);

    private readonly long _started = clock.GetTimestamp();

    /// <summary>Whether the time is over.</summary>
    public bool IsOver => Left <= TimeSpan.Zero;

    private TimeSpan Left => timeout is { } allowed ? allowed - clock.GetElapsedTime(_started) : TimeSpan.MaxValue;

    /// <summary>Cuts a wait to what is left, so that one more look is taken exactly when the time is over.</summary>
    public TimeSpan Cut(TimeSpan wait) => Shorter(wait, Left);

    /// <summary>Takes a look, and gives it up when it goes on too far past the end.</summary>
    /// <param name="look">Takes the look.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What it brought; null when it was given up.</returns>
    public async Task<T?> TakeAsync<T>(Func<CancellationToken, Task<T?>> look, CancellationToken cancellationToken)
        where T : class
    {
        if (timeout is null)
            return await look(cancellationToken).ConfigureAwait(false);

        using var end = clock.CancelAfter(Shorter(Left + Grace, LongestTimer));
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, end.Token);
        try
        {
            return await look(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static TimeSpan Shorter(TimeSpan left, TimeSpan right) =>
        left < TimeSpan.Zero ? TimeSpan.Zero : left < right ? left : right;
}
