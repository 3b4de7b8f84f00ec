using Bdrc.Sandbox.Inventory;

namespace Bdrc.Sandbox.Categories;

/// <summary>A condition on one tag.</summary>
/// <param name="Operator">How it is compared.</param>
/// <param name="Key">The tag.</param>
/// <param name="Value">The value to compare with; null for <see cref="TagOperator.KeyExist"/>.</param>
internal sealed record MatcherCondition(TagOperator Operator, string Key, string? Value)
{
    public bool Matches(Resource resource)
    {
        var value = resource.Tag(Key);
        return Operator switch
        {
            TagOperator.Equal => value is not null && string.Equals(value, Value, StringComparison.Ordinal),
            TagOperator.KeyExist => value is not null,
            _ => value is not null && !string.Equals(value, Value, StringComparison.Ordinal),
        };
    }
}
