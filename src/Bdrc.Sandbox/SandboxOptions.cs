namespace Bdrc.Sandbox;

/// <summary>
/// What a sandbox is like. Two sandboxes with the same options hold the same data. The options are read once, when the
/// sandbox is made.
/// </summary>
public sealed class SandboxOptions
{
    /// <summary>The key id it accepts: visible ASCII text without commas.</summary>
    public string AccessKeyId { get; set; } = "LTAI5tBdrcSandboxKey0001";

    /// <summary>The secret of that key. It protects nothing.</summary>
    public string AccessKeySecret { get; set; } = "sandbox-secret-not-for-production";

    /// <summary>The token every request must carry; null for a long-lived key, which carries none.</summary>
    public string? SecurityToken { get; set; }

    /// <summary>
    /// How many resources the calling account has, 0 to 1,000,000. Each member account has a tenth of that, at most 20.
    /// </summary>
    public int Resources { get; set; } = 200;

    /// <summary>How many tasks that are COMPLETE the account starts with, 0 to 1,000,000.</summary>
    public int FinishedTasks { get; set; }

    /// <summary>How long a task takes; zero: it has ended at the first look.</summary>
    public TimeSpan TaskDuration { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>Share of tasks that end as FAILED, 0 to 1. Which ones follows from the seed.</summary>
    public double FailingTasks { get; set; }

    /// <summary>Seed of everything that looks random.</summary>
    public int Seed { get; set; } = 1;

    /// <summary>Whether the service is opened and initialised at the start.</summary>
    public bool ServiceOpened { get; set; } = true;

    /// <summary>Requests a second that each operation allows; 0 for no quota.</summary>
    public int RequestsPerSecond { get; set; } = 10;

    /// <summary>The clock: tasks progress by it, and the time stamps of requests are held against it.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    internal SandboxOptions Checked()
    {
        Credential(AccessKeyId, nameof(AccessKeyId));
        Credential(AccessKeySecret, nameof(AccessKeySecret));
        if (SecurityToken is not null)
            Credential(SecurityToken, nameof(SecurityToken));
        Given(TimeProvider, nameof(TimeProvider));
        Range(Resources is >= 0 and <= 1_000_000, nameof(Resources), "0 to 1,000,000");
        Range(FinishedTasks is >= 0 and <= 1_000_000, nameof(FinishedTasks), "0 to 1,000,000");
        Range(TaskDuration >= TimeSpan.Zero && TaskDuration <= TimeSpan.FromDays(7), nameof(TaskDuration), "zero to 7 days");
        Range(FailingTasks is >= 0 and <= 1, nameof(FailingTasks), "0 to 1");
        Range(RequestsPerSecond is >= 0 and <= 1_000_000, nameof(RequestsPerSecond), "0 (no quota) to 1,000,000");
        return (SandboxOptions)MemberwiseClone();
    }

    private static void Given(object? value, string name)
    {
        if (value is null)
            throw new ArgumentNullException(name, $"{name} must not be null.");
    }

    private static void Credential(string text, string name)
    {
        if (string.IsNullOrEmpty(text))
            throw new ArgumentException($"{name} must hold text.", name);
        foreach (var c in text)
        {
            if (c is <= ' ' or > '~' or ',')
                throw new ArgumentException($"{name} must be visible ASCII text without blanks and commas.", name);
        }
    }

    private static void Range(bool valid, string name, string allowed)
    {
        if (!valid)
            throw new ArgumentOutOfRangeException(name, $"{name} must be {allowed}.");
    }
}
