namespace Bdrc.Completion;

/// <summary>Kinds of redundancy.</summary>
public sealed class DataRedundancyTypeCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Values => ["LRS", "ZRS"];
}
