namespace Bdrc;

/// <summary>The states of a task. Source: DescribeTask.</summary>
public static class TaskStatuses
{
    /// <summary>Accepted, not yet running.</summary>
    public const string Created = "CREATED";

    /// <summary>In progress.</summary>
    public const string Running = "RUNNING";

    /// <summary>Ended well. Terminal.</summary>
    public const string Complete = "COMPLETE";

    /// <summary>Ended with an error. Terminal.</summary>
    public const string Failed = "FAILED";

    /// <summary>Passed its expiry time before it finished. Terminal.</summary>
    public const string Expired = "EXPIRED";

    /// <summary>Was cancelled. Terminal.</summary>
    public const string Canceled = "CANCELED";

    /// <summary>Every state that is known, in the order of a task's life.</summary>
    public static IReadOnlyList<string> All { get; } = [Created, Running, Complete, Failed, Expired, Canceled];

    /// <summary>Whether a task in this state has ended. A state this version does not know counts as not ended.</summary>
    /// <param name="status">A state as the service spells it; null is not terminal.</param>
    public static bool IsTerminal(string? status) => status is Complete or Failed or Expired or Canceled;
}
