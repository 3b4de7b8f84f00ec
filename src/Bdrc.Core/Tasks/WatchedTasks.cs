using Bdrc.Core.Operations;
using Bdrc.Text;

namespace Bdrc.Core.Tasks;

/// <summary>The tasks of one wait, as they were last seen.</summary>
internal sealed class WatchedTasks
{
    private readonly Dictionary<string, BdrcTask> _pending = new(StringComparer.Ordinal);
    private readonly HashSet<string> _missedOnce = new(StringComparer.Ordinal);
    private readonly HashSet<string> _strangeStates = new(StringComparer.Ordinal);
    private readonly TimeProvider _clock;
    private readonly bool _justStarted;
    private readonly Action<BdrcDiagnosticLevel, string> _say;
    private long _firstSeen;
    private double? _firstPercent;

    public WatchedTasks(
        IReadOnlyList<string> taskIds, TimeProvider clock, bool justStarted, Action<BdrcDiagnosticLevel, string> say)
    {
        _clock = clock;
        _justStarted = justStarted;
        _say = say;
        Pace = new ProgressEstimator(clock);
        for (var i = 0; i < taskIds.Count; i++)
            _pending[taskIds[i]] = new BdrcTask { TaskId = taskIds[i] };
        Total = _pending.Count;
    }

    public Dictionary<string, BdrcTask> Pending => _pending;

    public ProgressEstimator Pace { get; }

    public int Total { get; }

    public void Apply(PollResult look, List<BdrcTask> ended, List<KeyValuePair<string, BdrcException>> lost)
    {
        foreach (var task in look.Found.Values)
        {
            if (_pending.ContainsKey(task.TaskId))
                See(task, ended);
        }

        foreach (var entry in look.Lost)
        {
            if (_pending.TryGetValue(entry.Key, out var last) && IsGone(last, entry.Value) is { } reason)
            {
                Drop(entry.Key);
                lost.Add(new KeyValuePair<string, BdrcException>(entry.Key, reason));
            }
        }
    }

    /// <summary>Takes back a task that ended but is not to be reported.</summary>
    public void PutBack(BdrcTask task) => _pending[task.TaskId] = task;

    /// <summary>How long the rest should take at the pace seen so far; null when there is none yet.</summary>
    /// <param name="percent">Progress of all, 0 to 100.</param>
    public TimeSpan? Remaining(double percent)
    {
        if (_firstPercent is not { } first)
        {
            _firstPercent = percent;
            _firstSeen = _clock.GetTimestamp();
            return null;
        }

        var elapsed = _clock.GetElapsedTime(_firstSeen).TotalSeconds;
        return percent > first ? TimeSpan.FromSeconds(Math.Min(elapsed * (100 - percent) / (percent - first), 86_400 * 365.0)) : null;
    }

    private void See(BdrcTask task, List<BdrcTask> ended)
    {
        if (task.IsFinished)
        {
            Drop(task.TaskId);
            ended.Add(task);
            return;
        }

        _missedOnce.Remove(task.TaskId);
        _pending[task.TaskId] = task;
        Pace.Note(task);
        if (task.TaskStatus is not (TaskStatuses.Created or TaskStatuses.Running) && _strangeStates.Add(task.TaskStatus ?? string.Empty))
            _say(BdrcDiagnosticLevel.Warning, Strings.TaskStateUnknown.FormatInvariant(task.TaskId, task.TaskStatus));
    }

    /// <summary>Why a task is given up; null while it gets another chance.</summary>
    private BdrcException? IsGone(BdrcTask last, BdrcException reason)
    {
        var seen = last.TaskStatus is not null;
        if (reason.Kind != BdrcErrorKind.NotFound || (!seen && !_justStarted))
            return reason;

        // It was there: one answer that denies it may come from a copy that lags behind.
        if (_missedOnce.Add(last.TaskId))
        {
            _say(BdrcDiagnosticLevel.Verbose, Strings.TaskMissedOnce.FormatInvariant(last.TaskId));
            return null;
        }

        return seen ? Vanished(last, reason) : reason;
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

    private void Drop(string taskId)
    {
        _pending.Remove(taskId);
        _missedOnce.Remove(taskId);
        Pace.Forget(taskId);
    }
}
