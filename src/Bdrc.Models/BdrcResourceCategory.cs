using Bdrc.Text;

namespace Bdrc;

/// <summary>A group of resources, selected by conditions on their tags. Source: GetResourceCategory and ListResourceCategories.</summary>
public sealed class BdrcResourceCategory : BdrcObject
{
    private BdrcList<BdrcResourceCount> _resourceCount = [];

    /// <summary>Identifier, <c>rc-…</c>.</summary>
    public string ResourceCategoryId { get; set; } = string.Empty;

    /// <summary>Name.</summary>
    public string? ResourceCategoryName { get; set; }

    /// <summary><c>DEFAULT</c> for built-in categories, which cannot be renamed or deleted; <c>CUSTOM</c> for all others.</summary>
    public string? ResourceCategoryType { get; set; }

    /// <summary>Type of its resources; null or empty for all types.</summary>
    public string? ResourceType { get; set; }

    /// <summary>Product of its resources; null or empty for all products.</summary>
    public string? ProductType { get; set; }

    /// <summary>The condition on tags as JSON text. An empty condition matches no resource.</summary>
    public string? ResourceMatcher { get; set; }

    /// <summary>The number of its resources of each type. Never null.</summary>
    public IList<BdrcResourceCount> ResourceCount
    {
        get => _resourceCount;
        set => _resourceCount = new(value);
    }

    /// <summary>The number of its resources of all types.</summary>
    public long TotalResourceCount => ResourceCount.Sum(static count => count.Count);

    /// <inheritdoc/>
    public override string ToString() => TextSanitizer.Of(ResourceCategoryId);

    /// <inheritdoc/>
    internal override bool HasHarmlessText =>
        IsHarmless(ResourceCategoryId) && IsHarmless(ResourceCategoryName) && IsHarmless(ResourceCategoryType)
        && IsHarmless(ResourceType) && IsHarmless(ProductType) && IsHarmless(ResourceMatcher) && IsHarmless(ResourceCount)
        && base.HasHarmlessText;
}
