using System.Collections.Concurrent;

namespace Bdrc.Core.Http.Throttling;

/// <summary>The rate limiters of a route.</summary>
internal sealed class RateLimiterRegistry
{
    private readonly ConcurrentDictionary<RateLimitKey, AdaptiveRateLimiter> _limiters = new();

    /// <summary>The limiter of a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="account">The account for which the service counts requests.</param>
    public AdaptiveRateLimiter For(HttpCall call, string account) => For(
        new RateLimitKey(account, call.Authority, call.Region, call.Operation), call.Clock, call.PublishedLimit);

    /// <summary>The limiter of a key.</summary>
    /// <param name="key">The key.</param>
    /// <param name="clock">The clock of a new limiter.</param>
    /// <param name="limit">Requests a second that a new limiter starts with; null while no quota is known.</param>
    public AdaptiveRateLimiter For(RateLimitKey key, TimeProvider clock, int? limit) =>
        _limiters.TryGetValue(key, out var limiter) ? limiter : _limiters.GetOrAdd(key, new AdaptiveRateLimiter(clock, limit));
}

/// <summary>The properties by which the service counts requests.</summary>
/// <param name="Account">The account, see <see cref="ICredentialProvider.AccountKey"/>.</param>
/// <param name="Host">Host and port.</param>
/// <param name="Region">Region id; null when only an endpoint is known.</param>
/// <param name="Operation">Name of the operation.</param>
internal readonly record struct RateLimitKey(string Account, string Host, string? Region, string Operation);
