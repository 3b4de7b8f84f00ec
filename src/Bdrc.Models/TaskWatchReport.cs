namespace Bdrc;

/// <summary>What one look at a set of watched tasks brought.</summary>
public sealed class TaskWatchReport
{
    /// <summary>Makes a report.</summary>
    /// <param name="ended">Tasks that were found ended since the last report.</param>
    /// <param name="lost">Tasks that cannot be watched any more, with the reason.</param>
    /// <param name="pending">The tasks still watched, as last seen.</param>
    /// <param name="total">How many tasks are watched in all.</param>
    /// <param name="timedOut">Whether the time allowed for the wait is over.</param>
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
        Total = total;
        TimedOut = timedOut;
    }

    /// <summary>Tasks that were found ended since the last report, each reported once. Never null.</summary>
    public IReadOnlyList<BdrcTask> Ended { get; }

    /// <summary>Task ids that cannot be watched any more, for example because the service does not know them. Never null.</summary>
    public IReadOnlyList<KeyValuePair<string, BdrcException>> Lost { get; }

    /// <summary>The tasks that are still watched, as last seen; a task not seen yet has no status. Never null.</summary>
    public IReadOnlyList<BdrcTask> Pending { get; }

    /// <summary>How many tasks are watched in all, ended and lost ones included.</summary>
    public int Total { get; }

    /// <summary>True when the time allowed is over; the tasks in <see cref="Pending"/> have not ended then.</summary>
    public bool TimedOut { get; }

    /// <summary>True when the wait ends here because a task failed; the tasks in <see cref="Pending"/> were left running.</summary>
    public bool FailedFast { get; set; }

    /// <summary>How long the rest should take at the pace seen so far; null when that cannot be told yet.</summary>
    public TimeSpan? TimeRemaining { get; set; }

    /// <summary>Overall progress in percent, 0 to 100: ended tasks count as 100, each pending one as far as it has got.</summary>
    public double PercentComplete
    {
        get
        {
            if (Total == 0)
                return 100;

            var sum = (Total - Pending.Count) * 100.0;
            foreach (var task in Pending)
                sum += Math.Min(100, Math.Max(0, task.PercentComplete));
            return sum / Total;
        }
    }
}
