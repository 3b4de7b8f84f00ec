using Bdrc.Core.Contexts;
using Bdrc.Core.Pipeline;
using Bdrc.Core.Tasks;
using Bdrc.Text;

namespace Bdrc.Core.Service;

/// <summary>Waits for the background initialisation that follows the opening of the service, as tasks are waited for.</summary>
internal sealed class ServiceWatch(BdrcClient client, BdrcContext context, Action<BdrcDiagnostic>? report)
{
    public async Task<BdrcService> WaitAsync(TimeSpan timeout, TimeSpan? pollInterval, CancellationToken cancellationToken)
    {
        var state = ContextState.Of(context);
        var interval = new PollInterval(pollInterval, state.Jitter);
        var started = state.TimeProvider.GetTimestamp();
        BdrcService? service = null;
        while (true)
        {
            BdrcException? fault = null;
            try
            {
                service = await client.GetBdrcServiceAsync(cancellationToken).ConfigureAwait(false);
                if (service.IsReady)
                    return service;
            }
            catch (BdrcException failure) when (PassingFault.Is(failure))
            {
                fault = failure;
                interval.Lengthen();
            }

            var left = timeout - state.TimeProvider.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
                throw fault ?? NotReady(service!, timeout);

            var next = interval.Next();
            if (fault is not null)
                Say(fault, next);
            await state.TimeProvider.DelayAsync(next < left ? next : left, cancellationToken).ConfigureAwait(false);
        }
    }

    private void Say(BdrcException fault, TimeSpan wait) => report?.Invoke(new BdrcDiagnostic(
        BdrcDiagnosticLevel.Verbose, Messages.WaitDisturbed.Fill(Math.Round(wait.TotalSeconds, 1), fault.Message, fault.Code)));

    private BdrcException NotReady(BdrcService service, TimeSpan timeout) => new(
        BdrcErrorKind.Timeout,
        "WaitTimeout",
        Messages.ServiceNotReady.Fill(Math.Round(timeout.TotalSeconds, 3), service.ServiceStatus, service.ServiceInitializeStatus))
    {
        Endpoint = context.Endpoint.Authority,
        RecommendedAction = Messages.ServiceNotReadyAction,
    };
}
