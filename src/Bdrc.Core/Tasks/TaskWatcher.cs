using Bdrc.Core.Contexts;

namespace Bdrc.Core.Tasks;

/// <summary>
/// Waits for any number of tasks with few requests. It is active only during <see cref="NextAsync"/>, so it needs no disposal.
/// Not thread-safe.
/// </summary>
public sealed class TaskWatcher
{
    private readonly BdrcContext _context;
    private readonly Action<BdrcDiagnostic>? _onDiagnostic;
    private readonly TaskWatchOptions _options;
    private readonly WatchedTasks _tasks;
    private readonly PollSchedule _schedule;
    private TaskPoller? _poller;
    private bool _isOver;

    private TaskWatcher(
        BdrcContext context, Action<BdrcDiagnostic>? onDiagnostic, IReadOnlyList<string> taskIds, TaskWatchOptions options)
    {
        var state = ContextState.Of(context);
        _context = context;
        _onDiagnostic = onDiagnostic;
        _options = options;
        _tasks = new WatchedTasks(taskIds, state.TimeProvider, options.JustStarted, onDiagnostic);
        _schedule = new PollSchedule(state, options.Timeout, options.PollInterval, onDiagnostic);
    }

    /// <summary>Creates a watcher. Nothing is sent before the first call of <see cref="NextAsync"/>.</summary>
    /// <param name="context">The endpoint, region and credentials.</param>
    /// <param name="onDiagnostic">Receives messages for the user, from any thread; null to discard them.</param>
    /// <param name="taskIds">The tasks to wait for. Duplicates count once.</param>
    /// <param name="options">How to wait.</param>
    public static TaskWatcher Create(
        BdrcContext context, Action<BdrcDiagnostic>? onDiagnostic, IReadOnlyList<string> taskIds, TaskWatchOptions options) =>
        new(context, onDiagnostic, taskIds, options);

    /// <summary>The number of tasks that are watched.</summary>
    internal int PendingCount => _tasks.Pending.Count;

    /// <summary>Watches one more task.</summary>
    /// <param name="taskId">The task.</param>
    internal void Add(string taskId) => _tasks.Add(taskId);

    /// <summary>Polls the tasks, after the delay that is due before the poll.</summary>
    /// <param name="cancellationToken">Cancels the delay and the requests.</param>
    /// <returns>What has changed; null when the wait is over.</returns>
    /// <exception cref="BdrcException">
    /// The service refuses the caller, or its host was never reached. Other faults only delay the next poll.
    /// </exception>
    public async Task<TaskWatchReport?> NextAsync(CancellationToken cancellationToken)
    {
        if (_isOver || _tasks.Pending.Count == 0)
            return null;

        _schedule.Start();
        _poller ??= await TaskPollerRegistry.GetAsync(_context, _onDiagnostic, cancellationToken).ConfigureAwait(false);
        var result = await _schedule.RunAsync(PollAsync, cancellationToken).ConfigureAwait(false);
        return result is null && _schedule.HasTimedOut
            ? CreateReport([], [], timedOut: true, failedFast: false)
            : Apply(result ?? new PollResult());
    }

    private async Task<PollResult?> PollAsync(TimeSpan delay, CancellationToken cancellationToken)
    {
        try
        {
            return await _poller!.PollAsync([.. _tasks.Pending.Keys], delay, _onDiagnostic, cancellationToken).ConfigureAwait(false);
        }
        catch (BdrcException failure) when (_schedule.Tolerates(failure))
        {
            return new PollResult { Fault = failure };
        }
    }

    private TaskWatchReport Apply(PollResult result)
    {
        var ended = new List<BdrcTask>();
        var lost = new List<KeyValuePair<string, BdrcException>>();
        _tasks.Apply(result, ended, lost);
        if (_options.Any && ended.Count > 1)
            KeepFirst(ended);
        _schedule.Advance(result.Fault, hasData: result.Tasks.Count > 0, result.IsThrottled, interval => result.IsPartial
            ? TimeSpan.FromSeconds(1)
            : interval.Next(_tasks.TimeToNextEnd(), ShortestInterval(result), ended.Count > 0));

        var failed = lost.Count > 0 || ended.Exists(static task => task.Succeeded != true);
        var failedFast = _options.FailFast && failed && _tasks.Pending.Count > 0;
        _isOver = failedFast || (_options.Any && ended.Count > 0 && _tasks.Pending.Count > 0);
        return CreateReport(ended, lost, timedOut: !_isOver && _tasks.Pending.Count > 0 && _schedule.HasTimedOut, failedFast);
    }

    /// <summary>A poll that took many requests delays the next poll. The end of a single task is reported promptly.</summary>
    private TimeSpan ShortestInterval(PollResult result) =>
        TimeSpan.FromSeconds(_tasks.Total == 1 ? 1 : Math.Max(4, Math.Min(10, result.RequestCount * 3.75)));

    private TaskWatchReport CreateReport(
        IReadOnlyList<BdrcTask> ended, IReadOnlyList<KeyValuePair<string, BdrcException>> lost, bool timedOut, bool failedFast)
    {
        _isOver |= timedOut;
        var report = new TaskWatchReport(ended, lost, [.. _tasks.Pending.Values], _tasks.Total, timedOut) { FailedFast = failedFast };
        report.TimeRemaining = _tasks.EstimateRemaining(report.PercentComplete);
        return report;
    }

    private void KeepFirst(List<BdrcTask> ended)
    {
        ended.Sort(static (left, right) => Nullable.Compare(left.CompleteTime, right.CompleteTime));
        for (var i = 1; i < ended.Count; i++)
            _tasks.Restore(ended[i]);
        ended.RemoveRange(1, ended.Count - 1);
    }
}

/// <summary>How to wait for tasks.</summary>
public sealed class TaskWatchOptions
{
    /// <summary>The longest time to wait; null for no limit. Time that the computer sleeps may not count.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>The time between two polls; null for 2 s growing to 15 s, shorter near the end of a task.</summary>
    public TimeSpan? PollInterval { get; set; }

    /// <summary>Whether the wait is over as soon as one task has ended, in whatever status.</summary>
    public bool Any { get; set; }

    /// <summary>Whether the wait is over as soon as one task did not succeed or cannot be watched.</summary>
    public bool FailFast { get; set; }

    /// <summary>
    /// Whether the service returned the task ids just now. A task that the service does not know yet is then polled once more.
    /// </summary>
    public bool JustStarted { get; set; }
}
