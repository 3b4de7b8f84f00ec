namespace Bdrc.Completion;

/// <summary>Ways a target came under management.</summary>
public sealed class ManagementModeCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Values => ["MANUAL", "AUTO"];
}
