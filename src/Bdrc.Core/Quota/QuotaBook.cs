using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Bdrc.Core.Contexts;
using Bdrc.Core.Pipeline;

namespace Bdrc.Core.Quota;

/// <summary>The buckets of the process. Those of a sandbox go when the sandbox does.</summary>
internal static class QuotaBook
{
    private static readonly object Network = new();

    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<QuotaKey, QuotaBucket>> Books = new();

    public static QuotaBucket Of(ApiCall call) =>
        Of(call.State, call.Context, call.Credentials?.AccessKeyId ?? string.Empty, call.Operation.Name);

    public static QuotaBucket Of(ContextState state, BdrcContext context, string accessKeyId, string operation)
    {
        var book = Books.GetOrCreateValue((object?)state.Transport ?? Network);
        var key = new QuotaKey(accessKeyId, context.Endpoint.Authority, context.Region, operation);
        if (book.TryGetValue(key, out var bucket))
            return bucket;

        int? limit = PublishedQuota.HoldsAt(context.Endpoint) ? PublishedQuota.RequestsPerSecond : null;
        return book.GetOrAdd(key, new QuotaBucket(state.TimeProvider, limit));
    }
}
