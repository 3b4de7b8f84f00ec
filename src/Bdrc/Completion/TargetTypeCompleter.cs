namespace Bdrc.Completion;

/// <summary>Kinds of managed targets.</summary>
public sealed class TargetTypeCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Values => ["ACCOUNT", "FOLDER", "RESOURCE_DIRECTORY"];
}
