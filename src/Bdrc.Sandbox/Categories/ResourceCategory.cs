using Bdrc.Sandbox.Inventory;

namespace Bdrc.Sandbox.Categories;

/// <summary>A group of resources, defined by their tags.</summary>
internal sealed class ResourceCategory
{
    private long[]? _counts;

    /// <summary>Its place in the order of creation.</summary>
    public required long Number { get; init; }

    public required string Id { get; init; }

    public required string Name { get; set; }

    public required bool IsDefault { get; init; }

    /// <summary>The kind of resources it is for; null for every kind.</summary>
    public ResourceKind? Kind { get; init; }

    /// <summary>The condition as it was sent; empty for one that matches nothing.</summary>
    public string MatcherText { get; private set; } = string.Empty;

    /// <summary>The condition that holds now.</summary>
    public CategoryCondition Condition { get; private set; } = new(null, TagMatcher.ReadText(string.Empty));

    /// <summary>Sets the condition.</summary>
    /// <exception cref="FormatException">The text is not a matcher.</exception>
    public void SetMatcher(string text)
    {
        Condition = new CategoryCondition(Kind, TagMatcher.ReadText(text));
        MatcherText = text;
        _counts = null;
    }

    /// <summary>Resources of the calling account by the number of their kind. Tags do not change, so counting once is enough.</summary>
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
