namespace Bdrc.Benchmarks.Limit;

/// <summary>A task with the service's fields, unconverted.</summary>
public sealed class LimitTask
{
    public string? TaskId { get; set; }

    public string? TaskName { get; set; }

    public string? TaskDescription { get; set; }

    public string? TaskType { get; set; }

    public string? TaskPriority { get; set; }

    public string? TaskStatus { get; set; }

    public int Progress { get; set; }

    public string? TaskDetail { get; set; }

    public string? TaskResult { get; set; }

    public string? ErrorMessage { get; set; }

    public long StartTime { get; set; }

    public long CompleteTime { get; set; }

    public long ExpireTime { get; set; }

    public string? RequestId { get; set; }

    public string? ExecutionId { get; set; }
}
