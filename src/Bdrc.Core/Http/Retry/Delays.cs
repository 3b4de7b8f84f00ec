namespace Bdrc.Core.Http.Retry;

/// <summary>Delays and timeouts on an injected clock.</summary>
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

/// <summary>Random numbers for jitter. Safe for all threads.</summary>
internal static class Jitter
{
#if NET
#pragma warning disable CA5394 // Jitter is not a secret.
    public static double Next() => Random.Shared.NextDouble();
#pragma warning restore CA5394
#else
    [ThreadStatic]
    private static Random? _random;

#pragma warning disable CA5394 // Jitter is not a secret.
    public static double Next() => (_random ??= new Random(Guid.NewGuid().GetHashCode())).NextDouble();
#pragma warning restore CA5394
#endif
}
