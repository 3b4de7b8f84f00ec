namespace Bdrc.Completion;

/// <summary>Short codes of products.</summary>
public sealed class ProductTypeCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Values => ["ecs", "oss", "nas", "ots"];
}
