using Bdrc.Text;

namespace Bdrc.Core.Tasks;

/// <summary>The tasks of one wait, as of the last poll.</summary>
internal sealed class WatchedTasks
{
    private readonly Dictionary<string, BdrcTask> _pending = new(StringComparer.Ordinal);
    private readonly HashSet<string> _notFoundOnce = new(StringComparer.Ordinal);
    private readonly HashSet<string> _unknownStatuses = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;
    private readonly ProgressEstimator _progress;
    private readonly bool _justStarted;
    private readonly Action<BdrcDiagnostic>? _onDiagnostic;
    private long _firstTime;
    private double? _firstPercent;

    public WatchedTasks(IReadOnlyList<string> taskIds, TimeProvider clock, bool justStarted, Action<BdrcDiagnostic>? onDiagnostic)
    {
        _clock = clock;
        _progress = new ProgressEstimator(clock);
        _justStarted = justStarted;
        _onDiagnostic = onDiagnostic;
        for (var i = 0; i < taskIds.Count; i++)
            Add(taskIds[i]);
    }

    public Dictionary<string, BdrcTask> Pending => _pending;

    public int Total { get; private set; }

    /// <summary>Watches one more task; nothing happens if it is watched already.</summary>
    public void Add(string taskId)
    {
        if (_pending.ContainsKey(taskId))
            return;
        _pending[taskId] = new BdrcTask { TaskId = taskId };
        Total++;
    }

    public void Apply(PollResult result, List<BdrcTask> ended, List<KeyValuePair<string, BdrcException>> lost)
    {
        foreach (var task in result.Tasks.Values)
        {
            if (_pending.ContainsKey(task.TaskId))
                Update(task, ended);
        }

        foreach (var failure in result.Failures)
        {
            if (_pending.TryGetValue(failure.Key, out var last) && ReasonToGiveUp(last, failure.Value) is { } reason)
            {
                Remove(failure.Key);
                lost.Add(new KeyValuePair<string, BdrcException>(failure.Key, reason));
            }
        }
    }

    /// <summary>Makes a task that has ended pending again, because it is not reported now.</summary>
    public void Restore(BdrcTask task) => _pending[task.TaskId] = task;

    /// <summary>The estimated time until the first pending task ends; null when it cannot be estimated.</summary>
    public TimeSpan? TimeToNextEnd() => _progress.TimeToNextEnd();

    /// <summary>The estimated time until all tasks have ended; null when there is no rate yet.</summary>
    /// <param name="percent">Progress of all tasks, 0 to 100.</param>
    public TimeSpan? EstimateRemaining(double percent)
    {
        if (_firstPercent is not { } first)
        {
            _firstPercent = percent;
            _firstTime = _clock.GetTimestamp();
            return null;
        }

        if (percent <= first)
            return null;
        var seconds = _clock.GetElapsedTime(_firstTime).TotalSeconds * (100 - percent) / (percent - first);
        return TimeSpan.FromSeconds(Math.Min(seconds, 86_400 * 365.0));
    }

    private void Update(BdrcTask task, List<BdrcTask> ended)
    {
        if (task.IsFinished)
        {
            Remove(task.TaskId);
            ended.Add(task);
            return;
        }

        _notFoundOnce.Remove(task.TaskId);
        _pending[task.TaskId] = task;
        _progress.Record(task);
        if (task.TaskStatus is not (TaskStatuses.Created or TaskStatuses.Running) && _unknownStatuses.Add(task.TaskStatus ?? string.Empty))
            Report(BdrcDiagnosticLevel.Warning, Strings.TaskStateUnknown.FormatInvariant(task.TaskId, task.TaskStatus));
    }

    /// <summary>Why the wait gives up a task; null while the task is polled once more.</summary>
    private BdrcException? ReasonToGiveUp(BdrcTask last, BdrcException reason)
    {
        var wasFound = last.TaskStatus is not null;
        if (reason.Kind != BdrcErrorKind.NotFound || (!wasFound && !_justStarted))
            return reason;

        // The task exists: a single "not found" can come from a replica that lags behind.
        if (_notFoundOnce.Add(last.TaskId))
        {
            Report(BdrcDiagnosticLevel.Verbose, Strings.TaskNotFoundOnce.FormatInvariant(last.TaskId));
            return null;
        }

        return wasFound ? Vanished(last, reason) : reason;
    }

    private static BdrcException Vanished(BdrcTask last, BdrcException reason) => new(
        BdrcErrorKind.NotFound,
        "TaskVanished",
        Strings.TaskVanished.FormatInvariant(last.TaskId, last.TaskStatus, Math.Round(last.PercentComplete, 2)),
        reason)
    {
        StatusCode = reason.StatusCode,
        RequestId = reason.RequestId,
        Operation = reason.Operation,
        Endpoint = reason.Endpoint,
        RecommendedAction = Strings.TaskVanishedAction,
    };

    private void Report(BdrcDiagnosticLevel level, string message) => _onDiagnostic?.Invoke(new BdrcDiagnostic(level, message));

    private void Remove(string taskId)
    {
        _pending.Remove(taskId);
        _notFoundOnce.Remove(taskId);
        _progress.Remove(taskId);
    }
}
