namespace Bdrc.Completion;

/// <summary>Directions of sorting.</summary>
public sealed class SortOrderCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Values => ["ASC", "DESC"];
}
