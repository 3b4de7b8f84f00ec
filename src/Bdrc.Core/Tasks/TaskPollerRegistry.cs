using System.Runtime.CompilerServices;
using Bdrc.Core.Contexts;

namespace Bdrc.Core.Tasks;

/// <summary>Finds the poller that serves an account at a place, whichever runspace asks.</summary>
internal static class TaskPollerRegistry
{
    private static readonly object Network = new();

    private static readonly ConditionalWeakTable<object, Dictionary<Place, WeakReference<TaskPoller>>> Pollers = new();

    public static async Task<TaskPoller> ForAsync(BdrcContext context, CancellationToken cancellationToken)
    {
        var state = ContextState.Of(context);
        var credentials = await state.Credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        var place = new Place(credentials.AccessKeyId, context.Endpoint.Authority, context.Region);
        var pollers = Pollers.GetOrCreateValue((object?)state.Transport ?? Network);

        // Waits hold their poller; with the last of them it goes.
        lock (pollers)
        {
            if (pollers.TryGetValue(place, out var known) && known.TryGetTarget(out var poller))
                return poller;

            poller = new TaskPoller(context, credentials.AccessKeyId);
            pollers[place] = new WeakReference<TaskPoller>(poller);
            return poller;
        }
    }

    private readonly record struct Place(string AccessKeyId, string Host, string? Region);
}
