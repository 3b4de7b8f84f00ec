namespace Bdrc.Sandbox.Tasks;

/// <summary>A task. Its state is computed from the clock, without a timer or a thread.</summary>
internal sealed class SandboxTask
{
    public const string Created = "CREATED";
    public const string Running = "RUNNING";
    public const string Complete = "COMPLETE";
    public const string Failed = "FAILED";

    /// <summary>A task spends a tenth of its duration as CREATED.</summary>
    private const int CreatedShare = 10;

    /// <summary>The position among all tasks.</summary>
    public required int Index { get; init; }

    public required string TaskId { get; init; }

    /// <summary>Id of the request that started the task.</summary>
    public required string RequestId { get; init; }

    /// <summary>What the task does.</summary>
    public required TaskDefinition Definition { get; init; }

    public string TaskType => Definition.Type;

    public required DateTimeOffset CreatedTime { get; init; }

    public required TimeSpan Duration { get; init; }

    public required bool Fails { get; init; }

    public DateTimeOffset StartTime => CreatedTime + TimeSpan.FromTicks(Duration.Ticks / CreatedShare);

    public DateTimeOffset EndTime => CreatedTime + Duration;

    public bool IsFinished(DateTimeOffset now) => now >= EndTime;

    public string Status(DateTimeOffset now)
    {
        if (IsFinished(now))
            return Fails ? Failed : Complete;
        return now >= StartTime ? Running : Created;
    }

    /// <summary>Hundredths of a percent, 0 to 10,000.</summary>
    public int Progress(DateTimeOffset now)
    {
        if (IsFinished(now))
            return 10_000;

        var start = StartTime;
        return now <= start ? 0 : (int)((now - start).Ticks * 10_000.0 / (EndTime - start).Ticks);
    }
}

/// <summary>What a task does.</summary>
/// <param name="Type">One of <see cref="TaskTypes"/>.</param>
/// <param name="Detail">The input of the task, as JSON text.</param>
internal sealed record TaskDefinition(string Type, string Detail)
{
    /// <summary>Only one task of a type and scope runs at a time.</summary>
    public string Scope { get; init; } = string.Empty;

    /// <summary>The rules or resource types that are shown as CHECKING while the task runs.</summary>
    public IEnumerable<string> Subjects { get; init; } = [];

    /// <summary>The result as JSON text, shown when the task is complete; null for none.</summary>
    public string? Result { get; init; }

    /// <summary>The change that the task makes when it is complete; null for none. A failed task makes no change.</summary>
    public Action<SandboxTask>? Effect { get; init; }
}

/// <summary>The task types. The API documents the first two; the sandbox defines the others.</summary>
internal static class TaskTypes
{
    public const string UpdateResources = "UPDATE_RESOURCES";
    public const string CheckRules = "CHECK_RULES";
    public const string PrecheckResourceCount = "PRECHECK_RESOURCE_COUNT";
    public const string ApplyProtectionPolicy = "APPLY_PROTECTION_POLICY";
    public const string UpdateCrossAccounts = "UPDATE_CROSS_ACCOUNTS";
}
