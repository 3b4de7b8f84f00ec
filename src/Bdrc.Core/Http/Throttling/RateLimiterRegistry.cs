using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Bdrc.Core.Contexts;

namespace Bdrc.Core.Http.Throttling;

/// <summary>The buckets of the process. Those of a sandbox go when the sandbox does.</summary>
internal static class RateLimiterRegistry
{
    private static readonly object Network = new();

    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<RateLimitKey, AdaptiveRateLimiter>> Books = new();

    public static AdaptiveRateLimiter Of(ApiCall call) =>
        Of(call.State, call.Context, call.Credentials?.AccessKeyId ?? string.Empty, call.Operation.Name);

    public static AdaptiveRateLimiter Of(ContextState state, BdrcContext context, string accessKeyId, string operation)
    {
        var book = Books.GetOrCreateValue((object?)state.Transport ?? Network);
        var key = new RateLimitKey(accessKeyId, context.Endpoint.Authority, context.Region, operation);
        if (book.TryGetValue(key, out var bucket))
            return bucket;

        int? limit = PublishedQuota.HoldsAt(context.Endpoint) ? PublishedQuota.RequestsPerSecond : null;
        return book.GetOrAdd(key, new AdaptiveRateLimiter(state.TimeProvider, limit));
    }
}
