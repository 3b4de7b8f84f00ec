namespace Bdrc.Completion;

/// <summary>Outcomes of applying a measure.</summary>
public sealed class ApplyStatusCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Values => ["SUCCESS", "FAILED", "SKIPPED"];
}
