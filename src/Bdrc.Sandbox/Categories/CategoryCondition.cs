using Bdrc.Sandbox.Inventory;

namespace Bdrc.Sandbox.Categories;

/// <summary>What a category asked for at one moment; changes of the category do not change it.</summary>
/// <param name="Kind">The kind of resources; null for every kind.</param>
/// <param name="Matcher">The condition on their tags.</param>
internal sealed record CategoryCondition(ResourceKind? Kind, TagMatcher Matcher)
{
    public bool Matches(Resource resource) => (Kind is null || resource.Kind == Kind) && Matcher.Matches(resource);
}
