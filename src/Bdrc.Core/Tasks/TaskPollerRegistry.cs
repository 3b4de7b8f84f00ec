using Bdrc.Core.Contexts;
using Bdrc.Core.Http;

namespace Bdrc.Core.Tasks;

/// <summary>The task pollers of a route, one for each account and endpoint. All runspaces share them.</summary>
internal sealed class TaskPollerRegistry
{
    private readonly Dictionary<PollerKey, WeakReference<TaskPoller>> _pollers = [];

    /// <summary>The poller that serves a context.</summary>
    public static async Task<TaskPoller> ForAsync(
        BdrcContext context, Action<BdrcDiagnostic>? onDiagnostic, CancellationToken cancellationToken)
    {
        var state = ContextState.Of(context);
        var account = await state.Credentials.GetAccountAsync(onDiagnostic, cancellationToken).ConfigureAwait(false);
        return state.Route.State.Get<TaskPollerRegistry>().For(context, account);
    }

    private TaskPoller For(BdrcContext context, string account)
    {
        var key = new PollerKey(account, context.Endpoint.Authority, context.Region);
        lock (_pollers)
        {
            // Waits hold their poller; it is collected after the last of them.
            if (_pollers.TryGetValue(key, out var known) && known.TryGetTarget(out var poller))
                return poller;

            poller = new TaskPoller(context, account);
            _pollers[key] = new WeakReference<TaskPoller>(poller);
            return poller;
        }
    }

    private readonly record struct PollerKey(string Account, string Host, string? Region);
}
