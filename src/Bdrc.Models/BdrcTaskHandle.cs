namespace Bdrc;

/// <summary>
/// What a call that starts a task returns: enough to look the task up and to wait for it. Source: <c>Data.TaskId</c> of
/// UpdateResources, PrecheckResourceCount, CheckRules and UpdateCrossAccounts.
/// </summary>
public sealed class BdrcTaskHandle : BdrcObject
{
    /// <summary>Identifier of the task that was started, <c>t-…</c>.</summary>
    public string TaskId { get; set; } = string.Empty;

    /// <summary>The operation that started it, for example <c>UpdateResources</c>.</summary>
    public string Operation { get; set; } = string.Empty;

    /// <summary>Request id of the call that started it.</summary>
    public string? RequestId { get; set; }

    /// <inheritdoc/>
    public override string ToString() => TaskId;
}
