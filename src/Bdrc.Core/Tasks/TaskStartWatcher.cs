using Bdrc.Core.Contexts;
using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Tasks;

/// <summary>
/// Waits for tasks, and starts those that the service refused because others ran (<see cref="RefusedStart"/>). A refused one is
/// started again when a task has ended, or after an interval when none is watched. Not thread-safe.
/// </summary>
public sealed class TaskStartWatcher
{
    private readonly TaskWatcher _watcher;
    private readonly Queue<RefusedStart> _queue;
    private readonly TimeProvider _clock;
    private readonly PollInterval _interval;
    private readonly TimeSpan? _timeout;
    private Deadline? _deadline;

    private TaskStartWatcher(
        BdrcContext context,
        Action<BdrcDiagnostic>? onDiagnostic,
        IReadOnlyList<string> taskIds,
        IEnumerable<RefusedStart> refused,
        TaskWatchOptions options)
    {
        var state = ContextState.Of(context);
        _watcher = TaskWatcher.Create(context, onDiagnostic, taskIds, options);
        _queue = new Queue<RefusedStart>(refused);
        _clock = state.TimeProvider;
        _interval = new PollInterval(options.PollInterval, state.Jitter);
        _timeout = options.Timeout;
    }

    /// <summary>Creates a watcher. Nothing is sent before the first call of <see cref="NextAsync"/>.</summary>
    /// <param name="context">The endpoint, region and credentials.</param>
    /// <param name="onDiagnostic">Receives messages for the user, from any thread; null to discard them.</param>
    /// <param name="taskIds">The tasks that were started.</param>
    /// <param name="refused">The starts that the service refused.</param>
    /// <param name="options">How to wait.</param>
    public static TaskStartWatcher Create(
        BdrcContext context,
        Action<BdrcDiagnostic>? onDiagnostic,
        IReadOnlyList<string> taskIds,
        IEnumerable<RefusedStart> refused,
        TaskWatchOptions options) => new(context, onDiagnostic, taskIds, refused, options);

    /// <summary>The records whose task is not started yet.</summary>
    public IEnumerable<object?> Queued => _queue.Select(static start => start.Target);

    /// <summary>Polls the tasks and starts refused ones, after the delay that is due.</summary>
    /// <param name="cancellationToken">Cancels the delay and the requests.</param>
    /// <returns>What has changed; null when the wait is over.</returns>
    /// <exception cref="BdrcException">
    /// The service refuses the caller, or its host was never reached. Other faults only delay the next poll.
    /// </exception>
    public async Task<TaskWatchReport?> NextAsync(CancellationToken cancellationToken)
    {
        _deadline ??= new Deadline(_clock, _timeout);
        if (_watcher.PendingCount == 0 && _queue.Count > 0)
            return await StartAfterDelayAsync(cancellationToken).ConfigureAwait(false);

        var report = await _watcher.NextAsync(cancellationToken).ConfigureAwait(false);
        if (report is null)
            return null;

        var ended = report.Ended.Count + report.Lost.Count;
        report.StartFailures = report.TimedOut
            ? GiveUp()
            : ended > 0 ? await StartAsync(ended, cancellationToken).ConfigureAwait(false) : [];
        report.Queued = _queue.Count;
        return report;
    }

    // A task that this wait does not know excludes the queued ones.
    private async Task<TaskWatchReport> StartAfterDelayAsync(CancellationToken cancellationToken)
    {
        await _clock.DelayAsync(_deadline!.Limit(_interval.Next()), cancellationToken).ConfigureAwait(false);
        var failures = await StartAsync(refusals: 1, cancellationToken).ConfigureAwait(false);
        var timedOut = _queue.Count > 0 && _watcher.PendingCount == 0 && _deadline.HasPassed;
        if (timedOut)
            failures.AddRange(GiveUp());
        return new TaskWatchReport([], [], [], _watcher.PendingCount, timedOut) { StartFailures = failures, Queued = _queue.Count };
    }

    /// <summary>Starts queued tasks until the queue is empty or the service has refused a number of them.</summary>
    /// <returns>The starts that failed for another reason.</returns>
    private async Task<List<KeyValuePair<object?, BdrcException>>> StartAsync(int refusals, CancellationToken cancellationToken)
    {
        var failures = new List<KeyValuePair<object?, BdrcException>>();
        for (var left = _queue.Count; left > 0 && refusals > 0; left--)
        {
            var start = _queue.Dequeue();
            try
            {
                _watcher.Add((await start.StartAsync(cancellationToken).ConfigureAwait(false)).TaskId);
            }
            catch (BdrcException refusal) when (RefusedStart.IsRefusal(refusal))
            {
                _queue.Enqueue(start with { Refusal = refusal });
                refusals--;
            }
            catch (BdrcException failure)
            {
                failures.Add(new KeyValuePair<object?, BdrcException>(start.Target, failure));
            }
        }

        return failures;
    }

    private List<KeyValuePair<object?, BdrcException>> GiveUp()
    {
        List<KeyValuePair<object?, BdrcException>> left =
            [.. _queue.Select(static start => new KeyValuePair<object?, BdrcException>(start.Target, start.Refusal))];
        _queue.Clear();
        return left;
    }
}

/// <summary>The start of a task that the service refused because another task was running.</summary>
/// <param name="Target">The record that the task is for; null for none.</param>
/// <param name="StartAsync">Starts the task.</param>
/// <param name="Refusal">The refusal of the service.</param>
public sealed record RefusedStart(
    object? Target, Func<CancellationToken, Task<BdrcTaskHandle>> StartAsync, BdrcException Refusal)
{
    /// <summary>Whether a failure says that another task is running.</summary>
    /// <param name="failure">The failure of a start.</param>
    public static bool IsRefusal(BdrcException failure) => failure?.Code == "CreateTaskFailed.PreviousTaskNotFinished";
}
