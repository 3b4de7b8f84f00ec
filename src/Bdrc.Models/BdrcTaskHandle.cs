using Bdrc.Text;

namespace Bdrc;

/// <summary>
/// The result of a call that starts a task. It identifies the task for Get-BdrcTask and Wait-BdrcTask. Source: <c>Data.TaskId</c> of
/// UpdateResources, PrecheckResourceCount, CheckRules and UpdateCrossAccounts.
/// </summary>
public sealed class BdrcTaskHandle : BdrcObject
{
    /// <summary>Identifier of the task that was started, <c>t-…</c>.</summary>
    public string TaskId { get; set; } = string.Empty;

    /// <summary>The operation that started the task, for example <c>UpdateResources</c>.</summary>
    public string Operation { get; set; } = string.Empty;

    /// <summary>Request id of the call that started the task; null when the service returned none.</summary>
    public string? RequestId { get; set; }

    /// <inheritdoc/>
    public override string ToString() => TextSanitizer.Of(TaskId);

    /// <inheritdoc/>
    internal override bool HasHarmlessText =>
        IsHarmless(TaskId) && IsHarmless(Operation) && IsHarmless(RequestId) && base.HasHarmlessText;
}
