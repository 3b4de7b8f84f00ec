namespace Bdrc.Core.Tasks;

/// <summary>What one look at the service brought.</summary>
internal sealed class TaskLook
{
    /// <summary>Tasks as they are now.</summary>
    public List<BdrcTask> Found { get; } = [];

    /// <summary>Tasks that cannot be looked up, now or later.</summary>
    public List<KeyValuePair<string, BdrcException>> Lost { get; } = [];

    /// <summary>A fault that may pass and kept something from being seen; null when there was none.</summary>
    public BdrcException? Disturbance { get; set; }
}
