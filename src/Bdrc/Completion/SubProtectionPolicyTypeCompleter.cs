namespace Bdrc.Completion;

/// <summary>Kinds of measures.</summary>
public sealed class SubProtectionPolicyTypeCompleter : ValueCompleter
{
    /// <inheritdoc/>
    protected override IEnumerable<string> Values => ["ECS_AUTO_SNAPSHOT_POLICY"];
}
