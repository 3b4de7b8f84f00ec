using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Inventory;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Categories;

/// <summary>All categories: the built-in ones and those that were created.</summary>
internal sealed class CategoryStore
{
    private readonly int _seed;
    private readonly List<ResourceCategory> _all = [];
    private long _created;

    public CategoryStore(int seed)
    {
        _seed = seed;
        Add("Production", null, AllOf("EQUAL"), isDefault: true);
        Add("Servers outside production", ResourceKind.Ecs, AllOf("KEY_EXIST_NOT_EQUAL"), isDefault: true);
        Add("Core business", null, string.Empty, isDefault: true);
    }

    /// <summary>In the order of creation.</summary>
    public IReadOnlyList<ResourceCategory> All => _all;

    public ResourceCategory Add(string name, ResourceKind? kind, string matcher, bool isDefault)
    {
        EnsureNameIsFree(name, null);
        var category = new ResourceCategory
        {
            Number = _created,
            Id = "rc-" + SeededRandom.Tail(_seed, RandomStream.CategoryId, _created),
            Name = name,
            Kind = kind,
            IsDefault = isDefault,
        };
        category.SetMatcher(matcher);
        _created++;
        _all.Add(category);
        return category;
    }

    /// <summary>Finds a category.</summary>
    /// <exception cref="PlatformException">The category does not exist.</exception>
    public ResourceCategory Find(string id) =>
        _all.Find(category => category.Id == id)
        ?? throw new PlatformException(404, "ResourceCategoryNotFound", $"The resource category {id} is not found.");

    public void Rename(ResourceCategory category, string name)
    {
        if (category.IsDefault && category.Name != name)
        {
            throw new PlatformException(
                403, "CannotUpdateDefaultResourceCategoryName", "The name of a default resource category cannot be changed.");
        }

        EnsureNameIsFree(name, category);
        category.Name = name;
    }

    public void Delete(ResourceCategory category)
    {
        if (category.IsDefault)
            throw new PlatformException(403, "CannotDeleteDefaultResourceCategory", "A default resource category cannot be deleted.");
        _all.Remove(category);
    }

    private void EnsureNameIsFree(string name, ResourceCategory? except)
    {
        if (_all.Exists(category => category != except && category.Name == name))
        {
            throw new PlatformException(
                400, "InvalidResourceCategory.ResourceCategoryName.Duplicate", $"There is a resource category named {name} already.");
        }
    }

    private static string AllOf(string tagOperator) =>
        $$"""{"type":"BOOL","operator":"AND","values":[{"type":"TAG","operator":"{{tagOperator}}","key":"env","values":["prod"]}]}""";
}
