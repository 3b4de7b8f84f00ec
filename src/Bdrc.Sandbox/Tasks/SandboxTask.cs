namespace Bdrc.Sandbox.Tasks;

/// <summary>A task. Its state is worked out from the clock: there is no timer and no thread behind it.</summary>
internal sealed class SandboxTask
{
    public const string Created = "CREATED";
    public const string Running = "RUNNING";
    public const string Complete = "COMPLETE";
    public const string Failed = "FAILED";

    /// <summary>A task spends a tenth of its duration as CREATED.</summary>
    private const int CreatedShare = 10;

    /// <summary>Its place in the book.</summary>
    public required int Index { get; init; }

    public required string TaskId { get; init; }

    /// <summary>Id of the request that started it.</summary>
    public required string RequestId { get; init; }

    /// <summary>What it does.</summary>
    public required TaskOrder Order { get; init; }

    public string TaskType => Order.Type;

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

    /// <summary>0 to 10,000: hundredths of a percent.</summary>
    public int Progress(DateTimeOffset now)
    {
        if (IsFinished(now))
            return 10_000;

        var start = StartTime;
        return now <= start ? 0 : (int)((now - start).Ticks * 10_000.0 / (EndTime - start).Ticks);
    }
}
