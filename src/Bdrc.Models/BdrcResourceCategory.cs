namespace Bdrc;

/// <summary>A group of resources, made by a condition on their tags. Source: GetResourceCategory and ListResourceCategories.</summary>
public sealed class BdrcResourceCategory : BdrcObject
{
    /// <summary>Identifier, <c>rc-…</c>.</summary>
    public string ResourceCategoryId { get; set; } = string.Empty;

    /// <summary>Name.</summary>
    public string? ResourceCategoryName { get; set; }

    /// <summary><c>DEFAULT</c> for the built-in ones, which can be neither renamed nor deleted; <c>CUSTOM</c> for the others.</summary>
    public string? ResourceCategoryType { get; set; }

    /// <summary>Type of resource it applies to; null or empty for every type.</summary>
    public string? ResourceType { get; set; }

    /// <summary>Product it applies to; null or empty for every product.</summary>
    public string? ProductType { get; set; }

    /// <summary>The condition on tags, as JSON text; when it is empty the category matches nothing.</summary>
    public string? ResourceMatcher { get; set; }

    /// <summary>How many resources belong to it, by type. Never null.</summary>
    public IList<BdrcResourceCount> ResourceCount { get; set; } = [];

    /// <inheritdoc/>
    public override string ToString() => ResourceCategoryId;
}
