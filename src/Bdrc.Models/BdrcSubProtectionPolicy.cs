namespace Bdrc;

/// <summary>One measure of a protection policy. Source: GetProtectionPolicy.</summary>
public sealed class BdrcSubProtectionPolicy : BdrcObject
{
    /// <summary>Kind of measure, an open set: <c>ECS_AUTO_SNAPSHOT_POLICY</c> is the one published.</summary>
    public string SubProtectionPolicyType { get; set; } = string.Empty;

    /// <summary>Its settings, as JSON text whose fields depend on the kind; null or empty when there are none.</summary>
    public string? Config { get; set; }

    /// <inheritdoc/>
    public override string ToString() => SubProtectionPolicyType;
}
