namespace Bdrc.Completion;

/// <summary>Fields a list of resources can be sorted on.</summary>
public sealed class SortByCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Values => ["protectionScore"];
}
