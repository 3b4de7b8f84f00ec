using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Tasks;

/// <summary>
/// Waits until the service, which was opened, is initialised. It is active only during <see cref="NextAsync"/>, so it needs no
/// disposal. Not thread-safe.
/// </summary>
public sealed class ServiceWatcher
{
    /// <summary>A service that was just opened can still be reported as closed; after this many polls in a row it is closed.</summary>
    private const int MaxClosedPolls = 5;

    private readonly BdrcClient _client;
    private readonly TimeProvider _clock;
    private readonly PollSchedule _schedule;
    private BdrcService? _service;
    private int _closedPolls;
    private bool _isOver;

    private ServiceWatcher(BdrcContext context, Action<BdrcDiagnostic>? onDiagnostic, TimeSpan? timeout, TimeSpan? pollInterval)
    {
        var state = ContextState.Of(context);
        _client = BdrcClient.InBackground(context, onDiagnostic);
        _clock = state.TimeProvider;
        _schedule = new PollSchedule(state, timeout, pollInterval, onDiagnostic);
    }

    /// <summary>Creates a watcher. Nothing is sent before the first call of <see cref="NextAsync"/>.</summary>
    /// <param name="context">The endpoint, region and credentials.</param>
    /// <param name="onDiagnostic">Receives messages for the user, from any thread; null to discard them.</param>
    /// <param name="timeout">The longest time to wait; null for no limit.</param>
    /// <param name="pollInterval">The time between two polls; null for 2 s growing to 15 s.</param>
    public static ServiceWatcher Create(
        BdrcContext context, Action<BdrcDiagnostic>? onDiagnostic, TimeSpan? timeout, TimeSpan? pollInterval) =>
        new(context, onDiagnostic, timeout, pollInterval);

    /// <summary>Polls the service, after the delay that is due before the poll.</summary>
    /// <param name="cancellationToken">Cancels the delay and the request.</param>
    /// <returns>The state of the service; null when the wait is over.</returns>
    /// <exception cref="BdrcException">
    /// The service refuses the caller, or its host was never reached. Other faults only delay the next poll.
    /// </exception>
    public async Task<ServiceWatchReport?> NextAsync(CancellationToken cancellationToken)
    {
        if (_isOver)
            return null;

        _service = await _schedule.RunAsync(PollAsync, cancellationToken).ConfigureAwait(false) ?? _service;
        return CreateReport();
    }

    /// <summary>Reads the service; null after a fault.</summary>
    private async Task<BdrcService?> PollAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        if (delay > TimeSpan.Zero)
            await _clock.DelayAsync(delay, cancellationToken).ConfigureAwait(false);
        BdrcService? service = null;
        BdrcException? fault = null;
        try
        {
            service = await _client.GetBdrcServiceAsync(cancellationToken).ConfigureAwait(false);
            _closedPolls = service.IsOpen ? 0 : _closedPolls + 1;
        }
        catch (BdrcException failure) when (_schedule.Tolerates(failure))
        {
            fault = failure;
        }

        _schedule.Advance(fault, hasData: service is not null, isThrottled: false, static interval => interval.Next());
        return service;
    }

    private ServiceWatchReport CreateReport()
    {
        var isLost = _closedPolls >= MaxClosedPolls || (_service is not null && HasFailed(_service));
        var timedOut = !isLost && _service is not { IsReady: true } && _schedule.HasTimedOut;
        var report = new ServiceWatchReport(_service, timedOut) { IsLost = isLost };
        _isOver = report.IsReady || report.IsLost || report.TimedOut;
        return report;
    }

    /// <summary>Only SUCCESS is documented; other operations of this service report a failure as FAIL or FAILED.</summary>
    private static bool HasFailed(BdrcService service) =>
        service.ServiceInitializeStatus?.StartsWith("FAIL", StringComparison.OrdinalIgnoreCase) == true;
}
