using Bdrc.Core.Contexts;
using Bdrc.Core.Pipeline;
using Bdrc.Core.Tasks;

namespace Bdrc.Core.Service;

/// <summary>Waits for the background initialisation that follows the opening of the service.</summary>
internal static class ServiceWatch
{
    public static async Task<BdrcService> WaitAsync(
        BdrcClient client, BdrcContext context, TimeSpan timeout, CancellationToken cancellationToken)
    {
        var state = ContextState.Of(context);
        var interval = new PollInterval(null, state.Jitter);
        var started = state.TimeProvider.GetTimestamp();
        while (true)
        {
            var service = await client.GetBdrcServiceAsync(cancellationToken).ConfigureAwait(false);
            if (service.IsReady)
                return service;

            var left = timeout - state.TimeProvider.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
            {
                throw new BdrcException(
                    BdrcErrorKind.Timeout,
                    "WaitTimeout",
                    $"The service was not initialised within {timeout.TotalSeconds:0.###} s: ServiceStatus {service.ServiceStatus}, ServiceInitializeStatus {service.ServiceInitializeStatus}.")
                {
                    Endpoint = context.Endpoint.Authority,
                    RecommendedAction = "Look again with Get-BdrcService, or give a longer -Timeout.",
                };
            }

            var next = interval.Next();
            await state.TimeProvider.DelayAsync(next < left ? next : left, cancellationToken).ConfigureAwait(false);
        }
    }
}
