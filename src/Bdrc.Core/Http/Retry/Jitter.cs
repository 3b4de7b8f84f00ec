namespace Bdrc.Core.Http.Retry;

/// <summary>Random numbers for jitter, safe for every thread.</summary>
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
