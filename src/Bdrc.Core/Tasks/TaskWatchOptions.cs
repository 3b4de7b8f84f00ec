namespace Bdrc.Core.Tasks;

/// <summary>How a set of tasks is waited for.</summary>
public sealed class TaskWatchOptions
{
    /// <summary>How long at most; null for no limit. Time the computer sleeps may not count.</summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>How long between two looks; null: short at the start, growing to 15 s, short again near the end.</summary>
    public TimeSpan? PollInterval { get; set; }

    /// <summary>Whether the wait is over as soon as one task has ended, however it ended.</summary>
    public bool Any { get; set; }

    /// <summary>Whether the wait is over as soon as one task ended otherwise than well or cannot be watched.</summary>
    public bool FailFast { get; set; }

    /// <summary>
    /// Whether the service itself gave the ids just now, so that a task it does not know yet is looked for once more.
    /// </summary>
    public bool JustStarted { get; set; }
}
