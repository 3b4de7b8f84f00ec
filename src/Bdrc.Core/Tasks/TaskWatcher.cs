using Bdrc.Core.Contexts;
using Bdrc.Text;

namespace Bdrc.Core.Tasks;

/// <summary>
/// Waits for any number of tasks as if they were one, with as few requests as that takes. It does nothing between two calls
/// of <see cref="NextAsync"/>, so there is nothing to close. Not for several threads at once.
/// </summary>
public sealed class TaskWatcher
{
    private readonly BdrcContext _context;
    private readonly Action<BdrcDiagnostic>? _onDiagnostic;
    private readonly TimeProvider _clock;
    private readonly TaskWatchOptions _options;
    private readonly WatchedTasks _tasks;
    private readonly PollFaultPolicy _faults;
    private readonly PollInterval _interval;
    private TaskPoller? _poller;
    private Deadline? _deadline;
    private TimeSpan _wait;
    private bool _over;

    private TaskWatcher(
        BdrcContext context, Action<BdrcDiagnostic>? onDiagnostic, IReadOnlyList<string> taskIds, TaskWatchOptions options)
    {
        var state = ContextState.Of(context);
        _context = context;
        _onDiagnostic = onDiagnostic;
        _clock = state.TimeProvider;
        _options = options;
        _tasks = new WatchedTasks(taskIds, _clock, options.JustStarted, Say);
        _faults = new PollFaultPolicy();
        _interval = new PollInterval(options.PollInterval, state.Jitter);
    }

    /// <summary>Creates a watcher. Nothing is sent before the first call of <see cref="NextAsync"/>.</summary>
    /// <param name="context">The endpoint, region and credentials.</param>
    /// <param name="onDiagnostic">Receives messages for the user, from any thread; null to discard them.</param>
    /// <param name="taskIds">The tasks to wait for. Duplicates count once.</param>
    /// <param name="options">How to wait.</param>
    public static TaskWatcher Create(
        BdrcContext context, Action<BdrcDiagnostic>? onDiagnostic, IReadOnlyList<string> taskIds, TaskWatchOptions options) =>
        new(context, onDiagnostic, taskIds, options);

    /// <summary>Takes the next look, after the wait that is due before it.</summary>
    /// <param name="cancellationToken">Stops the wait and the calls at once.</param>
    /// <returns>What it brought; null when the wait is over.</returns>
    /// <exception cref="BdrcException">
    /// The service refuses the caller as such, or its host was never reached; any other fault only lengthens the interval.
    /// </exception>
    public async Task<TaskWatchReport?> NextAsync(CancellationToken cancellationToken)
    {
        if (_over || _tasks.Pending.Count == 0)
            return null;

        // What comes before the first look, such as finding credentials, takes from the time as well.
        _deadline ??= new Deadline(_clock, _options.Timeout);
        _poller ??= await TaskPollerRegistry.ForAsync(_context, _onDiagnostic, cancellationToken).ConfigureAwait(false);
        var look = await LookAsync(_poller, _deadline, cancellationToken).ConfigureAwait(false);
        return look is null ? Report([], [], timedOut: true) : Apply(look, _deadline);
    }

    /// <summary>A look at the tasks; null when none was to be had before the time is over.</summary>
    private async Task<PollResult?> LookAsync(TaskPoller poller, Deadline deadline, CancellationToken cancellationToken)
    {
        var look = await deadline.TakeAsync(stop => TakeAsync(poller, deadline.Cut(_wait), stop), cancellationToken).ConfigureAwait(false);
        return look is null && !deadline.IsOver ? new PollResult() : look;
    }

    private async Task<PollResult?> TakeAsync(TaskPoller poller, TimeSpan delay, CancellationToken cancellationToken)
    {
        try
        {
            var look = await poller.LookAsync([.. _tasks.Pending.Keys], delay, _onDiagnostic, cancellationToken).ConfigureAwait(false);
            _faults.Weigh(look.Disturbance, look.Found.Count > 0);
            return look;
        }
        catch (BdrcException failure) when (_faults.CanSitOut(failure))
        {
            return new PollResult { Disturbance = failure };
        }
    }

    private TaskWatchReport Apply(PollResult look, Deadline deadline)
    {
        var ended = new List<BdrcTask>();
        var lost = new List<KeyValuePair<string, BdrcException>>();
        _tasks.Apply(look, ended, lost);
        if (_options.Any && ended.Count > 1)
            KeepFirst(ended);
        _wait = NextWait(look, ended.Count > 0);

        var failed = lost.Count > 0 || ended.Exists(static task => !task.Succeeded);
        var early = _tasks.Pending.Count > 0 && ((_options.Any && ended.Count > 0) || (_options.FailFast && failed));
        _over = early;
        return Report(ended, lost, timedOut: !early && _tasks.Pending.Count > 0 && deadline.IsOver, early && _options.FailFast && failed);
    }

    private TimeSpan NextWait(PollResult look, bool ended)
    {
        if (look.Disturbance is not null || look.Throttlings > 0)
            _interval.Lengthen();
        var wait = look.Partial
            ? TimeSpan.FromSeconds(1)
            : _interval.Next(_tasks.Pace.UntilNextEnd(), Shortest(look), ended);
        if (look.Disturbance is { } fault)
        {
            if (fault.RetryAfter > wait)
                wait = fault.RetryAfter.Value;
            Say(BdrcDiagnosticLevel.Verbose, Strings.WaitDisturbed.FormatInvariant(Math.Round(wait.TotalSeconds, 1), fault.Message, fault.Code));
        }

        return wait;
    }

    /// <summary>A look that took many requests is not repeated soon; for a single task the end is worth being close to.</summary>
    private TimeSpan Shortest(PollResult look) =>
        TimeSpan.FromSeconds(_tasks.Total == 1 ? 1 : Math.Max(4, Math.Min(10, look.Requests * 3.75)));

    private TaskWatchReport Report(
        IReadOnlyList<BdrcTask> ended, IReadOnlyList<KeyValuePair<string, BdrcException>> lost, bool timedOut, bool failedFast = false)
    {
        _over |= timedOut;
        var report = new TaskWatchReport(ended, lost, [.. _tasks.Pending.Values], _tasks.Total, timedOut) { FailedFast = failedFast };
        report.TimeRemaining = _tasks.Remaining(report.PercentComplete);
        return report;
    }

    private void Say(BdrcDiagnosticLevel level, string message) => _onDiagnostic?.Invoke(new BdrcDiagnostic(level, message));

    private void KeepFirst(List<BdrcTask> ended)
    {
        ended.Sort(static (left, right) => Nullable.Compare(left.CompleteTime, right.CompleteTime));
        for (var i = 1; i < ended.Count; i++)
            _tasks.PutBack(ended[i]);
        ended.RemoveRange(1, ended.Count - 1);
    }
}
