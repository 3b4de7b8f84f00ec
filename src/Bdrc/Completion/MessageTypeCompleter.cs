namespace Bdrc.Completion;

/// <summary>Kinds of messages.</summary>
public sealed class MessageTypeCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Values => ["SUB_PROTECTION_POLICY_MODIFIED"];
}
