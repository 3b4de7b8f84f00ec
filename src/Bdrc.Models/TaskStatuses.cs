namespace Bdrc;

/// <summary>The statuses of a task. Source: DescribeTask.</summary>
public static class TaskStatuses
{
    /// <summary>Accepted, not yet running.</summary>
    public const string Created = "CREATED";

    /// <summary>In progress.</summary>
    public const string Running = "RUNNING";

    /// <summary>Succeeded. Terminal.</summary>
    public const string Complete = "COMPLETE";

    /// <summary>Failed. Terminal.</summary>
    public const string Failed = "FAILED";

    /// <summary>Not finished before its expiry time. Terminal.</summary>
    public const string Expired = "EXPIRED";

    /// <summary>Canceled. Terminal.</summary>
    public const string Canceled = "CANCELED";

    /// <summary>All known statuses, in the order of the task life cycle.</summary>
    public static IReadOnlyList<string> All { get; } = [Created, Running, Complete, Failed, Expired, Canceled];

    /// <summary>Whether a task with this status has ended. An unknown status counts as not ended.</summary>
    /// <param name="status">The status as returned by the service; null is not terminal.</param>
    public static bool IsTerminal(string? status) => status is Complete or Failed or Expired or Canceled;
}
