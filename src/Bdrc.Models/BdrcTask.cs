using Bdrc.Text;

namespace Bdrc;

/// <summary>An asynchronous task of BDRC. Source: DescribeTask and DescribeTasks.</summary>
public sealed class BdrcTask : BdrcObject
{
    /// <summary>Identifier, <c>t-…</c>.</summary>
    public string TaskId { get; set; } = string.Empty;

    /// <summary>Name; empty or null when the task has none.</summary>
    public string? TaskName { get; set; }

    /// <summary>Description; empty or null when there is none.</summary>
    public string? TaskDescription { get; set; }

    /// <summary>Type of the task, an open set: <c>UPDATE_RESOURCES</c>, <c>CHECK_RULES</c> and others.</summary>
    public string? TaskType { get; set; }

    /// <summary><c>HIGH</c> for a task started by a user, <c>LOW</c> for a background task.</summary>
    public string? TaskPriority { get; set; }

    /// <summary>Status: CREATED, RUNNING, COMPLETE, FAILED, EXPIRED or CANCELED. See <see cref="TaskStatuses"/>.</summary>
    public string? TaskStatus { get; set; }

    /// <summary>Progress in hundredths of a percent, 0 to 10000: 100 means 1 %. It does not indicate whether the task ended.</summary>
    public int Progress { get; set; }

    /// <summary>The scope of the task as JSON text; null or empty when there is none.</summary>
    public string? TaskDetail { get; set; }

    /// <summary>The result of the task as JSON text; null or empty until there is one.</summary>
    public string? TaskResult { get; set; }

    /// <summary>Error message of a FAILED task; has no meaning for other statuses.</summary>
    public string? ErrorMessage { get; set; }

    /// <summary>Start time, like all times in local time; null before the task starts.</summary>
    public DateTime? StartTime { get; set; }

    /// <summary>End time; null before the task ends. The service may also set it for a running task.</summary>
    public DateTime? CompleteTime { get; set; }

    /// <summary>Expiry time; null when the task does not expire.</summary>
    public DateTime? ExpireTime { get; set; }

    /// <summary>A request id stored with the task, presumably of the call that created it. It is not the id of this response.</summary>
    public string? RequestId { get; set; }

    /// <summary>Reserved by the service; empty.</summary>
    public string? ExecutionId { get; set; }

    /// <summary>Progress in percent, 0 to 100.</summary>
    public double PercentComplete => Progress / 100.0;

    /// <summary>True when the status is terminal: COMPLETE, FAILED, EXPIRED or CANCELED.</summary>
    public bool IsFinished => TaskStatuses.IsTerminal(TaskStatus);

    /// <summary>True when the status is COMPLETE, false for another terminal status; null until the task has ended.</summary>
    public bool? Succeeded => IsFinished ? string.Equals(TaskStatus, TaskStatuses.Complete, StringComparison.Ordinal) : null;

    /// <summary>
    /// Duration from <see cref="StartTime"/> to <see cref="CompleteTime"/> of a finished task; null while it runs, and when a
    /// time is missing or the two are out of order.
    /// </summary>
    public TimeSpan? Duration
    {
        get
        {
            // Local times jump when daylight saving time begins or ends.
            if (!IsFinished || StartTime?.ToUniversalTime() is not { } start || CompleteTime?.ToUniversalTime() is not { } end)
                return null;
            return end >= start ? end - start : null;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => TextSanitizer.Of(TaskId);

    /// <inheritdoc/>
    internal override bool HasHarmlessText =>
        IsHarmless(TaskId) && IsHarmless(TaskName) && IsHarmless(TaskDescription) && IsHarmless(TaskType)
        && IsHarmless(TaskPriority) && IsHarmless(TaskStatus) && IsHarmless(TaskDetail) && IsHarmless(TaskResult)
        && IsHarmless(ErrorMessage) && IsHarmless(RequestId) && IsHarmless(ExecutionId) && base.HasHarmlessText;
}
