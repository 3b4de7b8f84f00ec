namespace Bdrc.Sandbox;

/// <summary>
/// The settings of a sandbox. Two sandboxes with the same options hold the same data. The options are read once, when the
/// sandbox is created.
/// </summary>
public sealed class SandboxOptions
{
    /// <summary>The access key id that is accepted: visible ASCII text without commas.</summary>
    public string AccessKeyId { get; set; } = "LTAI5tBdrcSandboxKey0001";

    /// <summary>The secret of that key. It protects nothing.</summary>
    public string AccessKeySecret { get; set; } = "sandbox-secret-not-for-production";

    /// <summary>The security token that each request must carry; null for a long-lived key, which has none.</summary>
    public string? SecurityToken { get; set; }

    /// <summary>
    /// The number of resources of the calling account, 0 to 1,000,000. Each member account has a tenth of that, at most 20.
    /// </summary>
    public int Resources { get; set; } = 200;

    /// <summary>The number of COMPLETE tasks that the account starts with, 0 to 1,000,000.</summary>
    public int FinishedTasks { get; set; }

    /// <summary>The duration of each task; zero: a task is finished when it is first queried.</summary>
    public TimeSpan TaskDuration { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>The share of tasks that end as FAILED, 0 to 1. The seed decides which ones.</summary>
    public double FailingTasks { get; set; }

    /// <summary>Which tasks of the same type run side by side.</summary>
    public TaskConcurrency TaskConcurrency { get; set; } = TaskConcurrency.PerTarget;

    /// <summary>The seed of all generated data.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>Whether the service is open and initialized when the sandbox is created.</summary>
    public bool ServiceOpened { get; set; } = true;

    /// <summary>The requests per second that each operation allows; 0 for no quota.</summary>
    public int RequestsPerSecond { get; set; } = 10;

    /// <summary>The clock that tasks progress by and that the timestamps of requests are compared with.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>Returns a copy that later changes of these options do not affect.</summary>
    internal SandboxOptions ValidatedCopy()
    {
        CheckCredential(AccessKeyId, nameof(AccessKeyId));
        CheckCredential(AccessKeySecret, nameof(AccessKeySecret));
        if (SecurityToken is not null)
            CheckCredential(SecurityToken, nameof(SecurityToken));
        NotNull(TimeProvider, nameof(TimeProvider));
        InRange(Resources is >= 0 and <= 1_000_000, nameof(Resources), "0 to 1,000,000");
        InRange(FinishedTasks is >= 0 and <= 1_000_000, nameof(FinishedTasks), "0 to 1,000,000");
        InRange(TaskDuration >= TimeSpan.Zero && TaskDuration <= TimeSpan.FromDays(7), nameof(TaskDuration), "zero to 7 days");
        InRange(TaskConcurrency is >= TaskConcurrency.PerTarget and <= TaskConcurrency.Unlimited, nameof(TaskConcurrency), "a known value");
        InRange(FailingTasks is >= 0 and <= 1, nameof(FailingTasks), "0 to 1");
        InRange(RequestsPerSecond is >= 0 and <= 1_000_000, nameof(RequestsPerSecond), "0 (no quota) to 1,000,000");
        return (SandboxOptions)MemberwiseClone();
    }

    private static void NotNull(object? value, string name)
    {
        if (value is null)
            throw new ArgumentNullException(name, $"{name} must not be null.");
    }

    private static void CheckCredential(string text, string name)
    {
        if (string.IsNullOrEmpty(text))
            throw new ArgumentException($"{name} must hold text.", name);
        foreach (var c in text)
        {
            if (c is <= ' ' or > '~' or ',')
                throw new ArgumentException($"{name} must be visible ASCII text without blanks and commas.", name);
        }
    }

    private static void InRange(bool valid, string name, string allowed)
    {
        if (!valid)
            throw new ArgumentOutOfRangeException(name, $"{name} must be {allowed}.");
    }
}
