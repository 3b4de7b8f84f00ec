using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Http.Retry;
using Bdrc.Text;

namespace Bdrc.Core.Tasks;

/// <summary>
/// Waits for the background initialisation that follows the opening of the service, as tasks are waited for. It does nothing
/// between two calls of <see cref="NextAsync"/>, so there is nothing to close. Not for several threads at once.
/// </summary>
public sealed class ServiceWatcher
{
    /// <summary>A service that was just opened may still be seen closed; so many times in a row it is closed.</summary>
    private const int ClosedLooks = 5;

    private readonly BdrcClient _client;
    private readonly Action<BdrcDiagnostic>? _onDiagnostic;
    private readonly TimeProvider _clock;
    private readonly TimeSpan? _timeout;
    private readonly PollInterval _interval;
    private readonly PollFaultPolicy _faults = new();
    private Deadline? _deadline;
    private BdrcService? _service;
    private TimeSpan _wait;
    private int _closed;
    private bool _over;

    private ServiceWatcher(
        BdrcContext context, Action<BdrcDiagnostic>? onDiagnostic, TimeSpan? timeout, TimeSpan? pollInterval)
    {
        var state = ContextState.Of(context);
        _client = BdrcClient.InBackground(context, onDiagnostic);
        _onDiagnostic = onDiagnostic;
        _clock = state.TimeProvider;
        _timeout = timeout;
        _interval = new PollInterval(pollInterval, state.Jitter);
    }

    /// <summary>Creates a watcher. Nothing is sent before the first call of <see cref="NextAsync"/>.</summary>
    /// <param name="context">The endpoint, region and credentials.</param>
    /// <param name="onDiagnostic">Receives messages for the user, from any thread; null to discard them.</param>
    /// <param name="timeout">The longest time to wait; null for no limit.</param>
    /// <param name="pollInterval">The time between two polls; null for 2 s growing to 15 s.</param>
    public static ServiceWatcher Create(
        BdrcContext context, Action<BdrcDiagnostic>? onDiagnostic, TimeSpan? timeout, TimeSpan? pollInterval) =>
        new(context, onDiagnostic, timeout, pollInterval);

    /// <summary>Takes the next look, after the wait that is due before it.</summary>
    /// <param name="cancellationToken">Stops the wait and the call at once.</param>
    /// <returns>What it brought; null when the wait is over.</returns>
    /// <exception cref="BdrcException">
    /// The service refuses the caller as such, or its host was never reached; any other fault only lengthens the interval.
    /// </exception>
    public async Task<ServiceWatchReport?> NextAsync(CancellationToken cancellationToken)
    {
        if (_over)
            return null;

        _deadline ??= new Deadline(_clock, _timeout);
        var wait = _deadline.Cut(_wait);
        if (wait > TimeSpan.Zero)
            await _clock.DelayAsync(wait, cancellationToken).ConfigureAwait(false);
        var seen = await _deadline.TakeAsync(LookAsync, cancellationToken).ConfigureAwait(false);
        if (seen is not null)
            _service = seen;
        return Report(_deadline);
    }

    /// <summary>The service; null when the look was disturbed.</summary>
    private async Task<BdrcService?> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            var service = await _client.GetBdrcServiceAsync(cancellationToken).ConfigureAwait(false);
            _faults.Weigh(disturbance: null, brought: true);
            _closed = service.IsOpen ? 0 : _closed + 1;
            _wait = _interval.Next();
            return service;
        }
        catch (BdrcException failure) when (TransientFault.Is(failure) || _faults.CanSitOut(failure))
        {
            _faults.Weigh(failure, brought: false);
            SitOut(failure);
            return null;
        }
    }

    private void SitOut(BdrcException fault)
    {
        _interval.Lengthen();
        _wait = _interval.Next();
        if (fault.RetryAfter > _wait)
            _wait = fault.RetryAfter.Value;
        _onDiagnostic?.Invoke(new BdrcDiagnostic(
            BdrcDiagnosticLevel.Verbose, Strings.WaitDisturbed.FormatInvariant(Math.Round(_wait.TotalSeconds, 1), fault.Message, fault.Code)));
    }

    private ServiceWatchReport Report(Deadline deadline)
    {
        var isLost = _closed >= ClosedLooks || (_service is not null && HasFailed(_service));
        var report = new ServiceWatchReport(_service, timedOut: !isLost && _service is not { IsReady: true } && deadline.IsOver) { IsLost = isLost };
        _over = report.IsReady || report.IsLost || report.TimedOut;
        return report;
    }

    /// <summary>The states are not documented but for SUCCESS; a failure is called FAIL or FAILED wherever this service has one.</summary>
    private static bool HasFailed(BdrcService service) =>
        service.ServiceInitializeStatus?.StartsWith("FAIL", StringComparison.OrdinalIgnoreCase) == true;
}
