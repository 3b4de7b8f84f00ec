namespace Bdrc;

/// <summary>How many resources there are of a type. Source: categories, policy runs, and the result of PrecheckResourceCount.</summary>
public sealed class BdrcResourceCount : BdrcObject
{
    /// <summary>Type, for example <c>ACS::ECS::Instance</c>.</summary>
    public string? ResourceType { get; set; }

    /// <summary>How many.</summary>
    public long Count { get; set; }

    /// <inheritdoc/>
    public override string ToString() => ResourceType + ": " + Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
