namespace Bdrc.Completion;

/// <summary>Kinds of tasks that are published.</summary>
public sealed class TaskTypeCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Values => ["UPDATE_RESOURCES", "CHECK_RULES", "TEST"];
}
