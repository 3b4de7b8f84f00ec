namespace Bdrc.Completion;

/// <summary>Storage classes.</summary>
public sealed class StorageClassCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Values => ["STANDARD", "IA", "ARCHIVE", "COLD_ARCHIVE"];
}
