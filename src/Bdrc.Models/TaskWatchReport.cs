namespace Bdrc;

/// <summary>The result of one poll of a set of tasks.</summary>
public sealed class TaskWatchReport
{
    private readonly int _started;

    /// <summary>Creates a report.</summary>
    /// <param name="ended">Tasks whose end was detected since the last report.</param>
    /// <param name="lost">Tasks that can no longer be watched, with the reason.</param>
    /// <param name="pending">The tasks that are still watched, as returned by the last poll.</param>
    /// <param name="total">The total number of tasks that were started.</param>
    /// <param name="timedOut">Whether the wait reached its time limit.</param>
    public TaskWatchReport(
        IReadOnlyList<BdrcTask> ended,
        IReadOnlyList<KeyValuePair<string, BdrcException>> lost,
        IReadOnlyList<BdrcTask> pending,
        int total,
        bool timedOut)
    {
        Ended = ended;
        Lost = lost;
        Pending = pending;
        _started = total;
        TimedOut = timedOut;
    }

    /// <summary>Tasks whose end was detected since the last report; each is reported once. Never null.</summary>
    public IReadOnlyList<BdrcTask> Ended { get; }

    /// <summary>Ids of tasks that can no longer be watched, for example because the service does not find them. Never null.</summary>
    public IReadOnlyList<KeyValuePair<string, BdrcException>> Lost { get; }

    /// <summary>
    /// The tasks that are still watched, as returned by the last poll; the status of a task is null before its first poll. Never null.
    /// </summary>
    public IReadOnlyList<BdrcTask> Pending { get; }

    /// <summary>The total number of tasks, including ended and lost ones and those that are not started yet.</summary>
    public int Total => _started + Queued;

    /// <summary>The number of tasks that are not started yet, because the service refuses them while others run.</summary>
    public int Queued { get; set; }

    /// <summary>The number of tasks that are watched no longer.</summary>
    public int EndedCount => _started - Pending.Count;

    /// <summary>Records whose task could not be started, with the reason. Never null.</summary>
    public IReadOnlyList<KeyValuePair<object?, BdrcException>> StartFailures { get; set; } = [];

    /// <summary>True when the wait reached its time limit; the tasks in <see cref="Pending"/> have not ended.</summary>
    public bool TimedOut { get; }

    /// <summary>True when the wait ends because a task failed; the tasks in <see cref="Pending"/> continue to run.</summary>
    public bool FailedFast { get; set; }

    /// <summary>Estimated remaining time; null until there is enough data.</summary>
    public TimeSpan? TimeRemaining { get; set; }

    /// <summary>Overall progress in percent, 0 to 100: an ended task counts as 100, a pending task with its own progress.</summary>
    public double PercentComplete
    {
        get
        {
            if (Total == 0)
                return 100;

            var sum = EndedCount * 100.0;
            foreach (var task in Pending)
                sum += Math.Min(100, Math.Max(0, task.PercentComplete));
            return sum / Total;
        }
    }
}
