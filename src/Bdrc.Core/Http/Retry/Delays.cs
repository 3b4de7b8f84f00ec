namespace Bdrc.Core.Http.Retry;

/// <summary>Waiting on an injected clock.</summary>
internal static class Delays
{
    public static Task DelayAsync(this TimeProvider timeProvider, TimeSpan delay, CancellationToken cancellationToken)
    {
#if NET
        return Task.Delay(delay, timeProvider, cancellationToken);
#else
        return timeProvider.Delay(delay, cancellationToken);
#endif
    }

    public static CancellationTokenSource CancelAfter(this TimeProvider timeProvider, TimeSpan delay)
    {
#if NET
        return new CancellationTokenSource(delay, timeProvider);
#else
        return timeProvider.CreateCancellationTokenSource(delay);
#endif
    }
}
