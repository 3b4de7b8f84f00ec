using Bdrc.Text;

namespace Bdrc;

/// <summary>
/// The number of resources of one type. Source: resource categories, policy applications and the result of PrecheckResourceCount.
/// </summary>
public sealed class BdrcResourceCount : BdrcObject
{
    /// <summary>Type, for example <c>ACS::ECS::Instance</c>.</summary>
    public string? ResourceType { get; set; }

    /// <summary>The number of resources.</summary>
    public long Count { get; set; }

    /// <inheritdoc/>
    public override string ToString() =>
        TextSanitizer.Of(ResourceType) + ": " + Count.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    internal override bool HasHarmlessText => IsHarmless(ResourceType) && base.HasHarmlessText;
}
