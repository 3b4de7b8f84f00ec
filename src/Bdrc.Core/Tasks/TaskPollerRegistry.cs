using System.Runtime.CompilerServices;
using Bdrc.Core.Contexts;
using Bdrc.Core.Http.Throttling;

namespace Bdrc.Core.Tasks;

/// <summary>Finds the poller that all runspaces share for an account and an endpoint.</summary>
internal static class TaskPollerRegistry
{
    private static readonly object Network = new();

    private static readonly ConditionalWeakTable<object, Dictionary<Key, WeakReference<TaskPoller>>> Pollers = new();

    public static async Task<TaskPoller> GetAsync(BdrcContext context, CancellationToken cancellationToken)
    {
        var state = ContextState.Of(context);
        var credentials = await state.Credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        var key = new Key(credentials.AccessKeyId, context.Endpoint.Authority, context.Region);
        var pollers = Pollers.GetOrCreateValue((object?)state.Transport ?? Network);

        // Watchers hold their poller; it is collected after the last of them.
        lock (pollers)
        {
            if (pollers.TryGetValue(key, out var known) && known.TryGetTarget(out var poller))
                return poller;

            AdaptiveRateLimiter[] limiters =
            [
                RateLimiterRegistry.Of(state, context, credentials.AccessKeyId, "DescribeTask"),
                RateLimiterRegistry.Of(state, context, credentials.AccessKeyId, "DescribeTasks"),
            ];
            poller = new TaskPoller(context, limiters);
            pollers[key] = new WeakReference<TaskPoller>(poller);
            return poller;
        }
    }

    private readonly record struct Key(string AccessKeyId, string Host, string? Region);
}
