namespace Bdrc.Completion;

/// <summary>Severities of messages.</summary>
public sealed class MessageLevelCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Values => ["WARNING"];
}
