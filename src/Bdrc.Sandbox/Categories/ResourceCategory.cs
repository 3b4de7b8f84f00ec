using Bdrc.Sandbox.Inventory;

namespace Bdrc.Sandbox.Categories;

/// <summary>A group of resources that is defined by their tags.</summary>
internal sealed class ResourceCategory
{
    private long[]? _counts;

    /// <summary>The position in the order of creation.</summary>
    public required long Number { get; init; }

    public required string Id { get; init; }

    public required string Name { get; set; }

    public required bool IsDefault { get; init; }

    /// <summary>The kind of its resources; null for every kind.</summary>
    public ResourceKind? Kind { get; init; }

    /// <summary>The condition as sent; empty matches nothing.</summary>
    public string MatcherText { get; private set; } = string.Empty;

    /// <summary>The current condition.</summary>
    public CategoryCondition Condition { get; private set; } = new(null, TagMatcher.ReadText(string.Empty));

    /// <summary>Sets the condition.</summary>
    /// <exception cref="FormatException">The text is not a matcher.</exception>
    public void SetMatcher(string text)
    {
        Condition = new CategoryCondition(Kind, TagMatcher.ReadText(text));
        MatcherText = text;
        _counts = null;
    }

    /// <summary>The number of resources of the calling account for each kind. Tags never change, so the counts are cached.</summary>
    public IReadOnlyList<long> Counts(ResourceInventory inventory)
    {
        if (_counts is not null)
            return _counts;

        var counts = new long[ResourceKind.All.Count];
        for (var i = 0; i < inventory.OwnCount; i++)
        {
            if (Condition.Matches(inventory[i]))
                counts[inventory.KindNumber(i)]++;
        }

        return _counts = counts;
    }
}

/// <summary>A snapshot of the condition of a category. Later changes of the category do not affect it.</summary>
/// <param name="Kind">The kind of resources; null for every kind.</param>
/// <param name="Matcher">The condition on their tags.</param>
internal sealed record CategoryCondition(ResourceKind? Kind, TagMatcher Matcher)
{
    public bool Matches(Resource resource) => (Kind is null || resource.Kind == Kind) && Matcher.Matches(resource);
}
