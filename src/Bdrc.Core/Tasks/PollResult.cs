namespace Bdrc.Core.Tasks;

/// <summary>What one look at the service brought.</summary>
internal sealed class PollResult
{
    /// <summary>Tasks as they are now, by id.</summary>
    public Dictionary<string, BdrcTask> Found { get; } = new(StringComparer.Ordinal);

    /// <summary>Tasks that cannot be looked up, by id, with the reason.</summary>
    public Dictionary<string, BdrcException> Lost { get; } = new(StringComparer.Ordinal);

    /// <summary>How many calls it took.</summary>
    public int Requests { get; set; }

    /// <summary>Whether some tasks were left for the next look, to keep this one short.</summary>
    public bool Partial { get; set; }

    /// <summary>How often the service answered that there were too many requests.</summary>
    public int Throttlings { get; set; }

    /// <summary>A fault that may pass and kept something from being seen; null when there was none.</summary>
    public BdrcException? Disturbance { get; set; }
}
