namespace Bdrc;

/// <summary>An asynchronous task of BDRC. Source: DescribeTask and DescribeTasks.</summary>
public sealed class BdrcTask : BdrcObject
{
    /// <summary>Identifier, <c>t-…</c>.</summary>
    public string TaskId { get; set; } = string.Empty;

    /// <summary>Name; empty or null when the task has none.</summary>
    public string? TaskName { get; set; }

    /// <summary>Free text; empty or null when there is none.</summary>
    public string? TaskDescription { get; set; }

    /// <summary>Kind of work, an open set: <c>UPDATE_RESOURCES</c>, <c>CHECK_RULES</c> and others.</summary>
    public string? TaskType { get; set; }

    /// <summary><c>HIGH</c> for a task a person started, <c>LOW</c> for a background one.</summary>
    public string? TaskPriority { get; set; }

    /// <summary>State: CREATED, RUNNING, COMPLETE, FAILED, EXPIRED or CANCELED. See <see cref="TaskStatuses"/>.</summary>
    public string? TaskStatus { get; set; }

    /// <summary>Progress in hundredths of a percent, 0 to 10000: 100 means 1 %. It does not tell whether the task ended.</summary>
    public int Progress { get; set; }

    /// <summary>What the task works on, as JSON text; null or empty when there is nothing to say.</summary>
    public string? TaskDetail { get; set; }

    /// <summary>What the task found, as JSON text; null or empty until there is a result.</summary>
    public string? TaskResult { get; set; }

    /// <summary>Why the task failed; meaningful for FAILED tasks only.</summary>
    public string? ErrorMessage { get; set; }

    /// <summary>When the task began to run; null when it has not.</summary>
    public DateTimeOffset? StartTime { get; set; }

    /// <summary>When the task ended; null when it has not. The service may set it on a running task too.</summary>
    public DateTimeOffset? CompleteTime { get; set; }

    /// <summary>When the task lapses; null when that is not set.</summary>
    public DateTimeOffset? ExpireTime { get; set; }

    /// <summary>A request id kept with the task, presumably of the call that created it; not the id of this answer.</summary>
    public string? RequestId { get; set; }

    /// <summary>Reserved by the service and empty.</summary>
    public string? ExecutionId { get; set; }

    /// <summary>Progress in percent, 0 to 100.</summary>
    public double PercentComplete => Progress / 100.0;

    /// <summary>True when the task is in a state it will not leave: COMPLETE, FAILED, EXPIRED or CANCELED.</summary>
    public bool IsFinished => TaskStatuses.IsTerminal(TaskStatus);

    /// <summary>True when the task ended well, that is: COMPLETE.</summary>
    public bool Succeeded => string.Equals(TaskStatus, TaskStatuses.Complete, StringComparison.Ordinal);

    /// <summary>
    /// Time from <see cref="StartTime"/> to <see cref="CompleteTime"/> of a finished task; null while it runs, and when a
    /// time is missing or the two are out of order.
    /// </summary>
    public TimeSpan? Duration =>
        IsFinished && StartTime is { } start && CompleteTime is { } end && end >= start ? end - start : null;

    /// <inheritdoc/>
    public override string ToString() => TaskId;
}
