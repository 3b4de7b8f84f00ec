namespace Bdrc.Completion;

/// <summary>States of a task.</summary>
public sealed class TaskStatusCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Values => TaskStatuses.All;
}
