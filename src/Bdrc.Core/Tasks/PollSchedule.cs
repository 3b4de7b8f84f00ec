using Bdrc.Core.Contexts;
using Bdrc.Text;

namespace Bdrc.Core.Tasks;

/// <summary>
/// The time limit, the delays between polls and the handling of faults of one wait: what <see cref="TaskWatcher"/> and
/// <see cref="ServiceWatcher"/> have in common.
/// </summary>
internal sealed class PollSchedule
{
    private readonly TimeProvider _clock;
    private readonly TimeSpan? _timeout;
    private readonly PollInterval _interval;
    private readonly PollFaultPolicy _faults = new();
    private readonly Action<BdrcDiagnostic>? _onDiagnostic;
    private Deadline? _deadline;
    private TimeSpan _delay;

    public PollSchedule(ContextState state, TimeSpan? timeout, TimeSpan? pollInterval, Action<BdrcDiagnostic>? onDiagnostic)
    {
        _clock = state.TimeProvider;
        _timeout = timeout;
        _interval = new PollInterval(pollInterval, state.Jitter);
        _onDiagnostic = onDiagnostic;
    }

    /// <summary>Whether the time limit has passed.</summary>
    public bool HasTimedOut => _deadline is { HasPassed: true };

    /// <summary>Starts the time limit, once. Finding credentials before the first poll counts as well.</summary>
    public void Start() => _deadline ??= new Deadline(_clock, _timeout);

    /// <summary>Runs one poll within the time limit.</summary>
    /// <param name="poll">The poll; it starts with the delay that it is given.</param>
    /// <param name="cancellationToken">Cancels the poll.</param>
    /// <returns>The result of the poll; null when the time limit cancelled it.</returns>
    public Task<T?> RunAsync<T>(Func<TimeSpan, CancellationToken, Task<T?>> poll, CancellationToken cancellationToken)
        where T : class
    {
        Start();
        return _deadline!.RunAsync(stop => poll(_deadline.Limit(_delay), stop), cancellationToken);
    }

    /// <summary>Whether the wait continues after a poll that failed.</summary>
    public bool Tolerates(BdrcException failure) => PollFaultPolicy.IsTransient(failure) || _faults.ToleratesRefusal(failure);

    /// <summary>Records a poll and sets the delay before the next one.</summary>
    /// <param name="fault">The fault of the poll; null for none.</param>
    /// <param name="hasData">Whether the poll returned something despite the fault.</param>
    /// <param name="isThrottled">Whether the service throttled a request of the poll.</param>
    /// <param name="next">Chooses the delay; a Retry-After can make it longer.</param>
    /// <exception cref="BdrcException">The host was never reached, so its address is probably wrong.</exception>
    public void Advance(BdrcException? fault, bool hasData, bool isThrottled, Func<PollInterval, TimeSpan> next)
    {
        _faults.Record(fault, hasData);
        if (isThrottled || fault is { Kind: BdrcErrorKind.LimitsExceeded })
            _interval.BackOffAfterThrottling();
        else if (fault is not null)
            _interval.BackOffAfterFault();
        _delay = next(_interval);
        if (fault is null)
            return;

        if (fault.RetryAfter > _delay)
            _delay = fault.RetryAfter.Value;
        var message = Strings.PollFailed.FormatInvariant(Math.Round(_delay.TotalSeconds, 1), fault.Message, fault.Code);
        _onDiagnostic?.Invoke(new BdrcDiagnostic(BdrcDiagnosticLevel.Verbose, message));
    }
}
