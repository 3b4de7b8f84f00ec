using Bdrc.Core.Contexts;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Throttling;

namespace Bdrc.Core.Tasks;

/// <summary>The task pollers of a route, one for each account and endpoint. All runspaces share them.</summary>
internal sealed class TaskPollerRegistry
{
    private readonly Dictionary<PollerKey, WeakReference<TaskPoller>> _pollers = [];

    /// <summary>The poller that serves a context.</summary>
    public static async Task<TaskPoller> GetAsync(
        BdrcContext context, Action<BdrcDiagnostic>? onDiagnostic, CancellationToken cancellationToken)
    {
        var state = ContextState.Of(context);
        var account = await state.Credentials.GetAccountAsync(onDiagnostic, cancellationToken).ConfigureAwait(false);
        return state.Route.State.Get<TaskPollerRegistry>().Get(context, state, account);
    }

    private TaskPoller Get(BdrcContext context, ContextState state, string account)
    {
        var key = new PollerKey(account, context.Endpoint.Authority, context.Region);
        lock (_pollers)
        {
            // Watchers hold their poller; it is collected after the last of them.
            if (_pollers.TryGetValue(key, out var known) && known.TryGetTarget(out var poller))
                return poller;

            poller = new TaskPoller(context, Array.ConvertAll(["DescribeTask", "DescribeTasks"], Limiter));
            _pollers[key] = new WeakReference<TaskPoller>(poller);
            return poller;
        }

        AdaptiveRateLimiter Limiter(string operation) => state.Route.State.Get<RateLimiterRegistry>().For(
            new RateLimitKey(account, key.Host, key.Region, operation), state.TimeProvider, PublishedQuota.At(context.Endpoint));
    }

    private readonly record struct PollerKey(string Account, string Host, string? Region);
}
