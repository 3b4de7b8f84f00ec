using Bdrc.Sandbox.Rules;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.State;

public sealed class CategoryTests
{
    private const string Production = """{"type":"TAG","operator":"EQUAL","key":"env","values":["prod"]}""";

    [Fact]
    public async Task Has_built_in_categories_that_cannot_be_renamed_or_deleted()
    {
        using var world = new TestWorld();
        var categories = await Listing.AllAsync(world, "ListResourceCategories");
        Assert.All(categories, category => Assert.Equal("DEFAULT", category.Text("ResourceCategoryType")));
        var id = categories[0].Text("ResourceCategoryId");
        (await world.CallAsync("DeleteResourceCategory", ("ResourceCategoryId", id))).MustBe(403, "CannotDeleteDefaultResourceCategory");
        (await world.CallAsync("UpdateResourceCategory", ("ResourceCategoryId", id), ("ResourceCategoryName", "Mine"))).MustBe(403, "CannotUpdateDefaultResourceCategoryName");
        (await world.CallAsync("UpdateResourceCategory", ("ResourceCategoryId", id), ("ResourceMatcher", Production))).MustBe(200);
    }

    [Fact]
    public async Task Splits_the_resources_with_a_tag_by_its_value()
    {
        using var world = new TestWorld();
        var equal = await CountAsync(world, Production);
        var other = await CountAsync(world, """{"type":"TAG","operator":"KEY_EXIST_NOT_EQUAL","key":"env","values":["prod"]}""");
        var any = await CountAsync(world, """{"type":"TAG","operator":"KEY_EXIST","key":"env"}""");
        Assert.True(equal > 0 && other > 0);
        Assert.Equal(any, equal + other);
        Assert.True(any < 200);
    }

    [Fact]
    public async Task Counts_the_resources_that_the_listing_shows()
    {
        using var world = new TestWorld();
        var id = await CreateAsync(world, "prod", Production);
        var counts = (await world.CallAsync("GetResourceCategory", ("ResourceCategoryId", id))).Data.GetProperty("ResourceCount").EnumerateArray().ToList();
        var listed = await Listing.AllAsync(world, "DescribeResources", ("ResourceCategoryId", id));
        Assert.Equal(listed.Count, counts.Sum(count => count.Number("Count")));
        Assert.All(counts, count => Assert.Equal(listed.Count(resource => resource.Text("ResourceType") == count.Text("ResourceType")), count.Number("Count")));
    }

    [Fact]
    public async Task Changes_what_it_matches_when_its_condition_changes()
    {
        using var world = new TestWorld();
        var id = await CreateAsync(world, "mine", Production);
        (await world.CallAsync("UpdateResourceCategory", ("ResourceCategoryId", id), ("ResourceMatcher", """{"type":"TAG","operator":"EQUAL","key":"env","values":["nowhere"]}"""))).MustBe(200);
        Assert.Empty((await world.CallAsync("GetResourceCategory", ("ResourceCategoryId", id))).Data.GetProperty("ResourceCount").EnumerateArray());
        Assert.Empty((await world.CallAsync("DescribeResources", ("ResourceCategoryId", id))).Content);
    }

    [Fact]
    public async Task Matches_nothing_without_a_condition()
    {
        using var world = new TestWorld();
        var core = (await Listing.AllAsync(world, "ListResourceCategories")).Single(category => category.Text("ResourceMatcher").Length == 0);
        Assert.Empty((await world.CallAsync("DescribeResources", ("ResourceCategoryId", core.Text("ResourceCategoryId")))).Content);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"type":"TAG","operator":"EQUAL","key":"env"}""")]
    [InlineData("""{"type":"TAG","operator":"EQUAL","values":["a"]}""")]
    [InlineData("""{"type":"BOOL","operator":"NOT","values":[]}""")]
    [InlineData("""{"type":"BOOL","operator":"AND","values":[]}""")]
    [InlineData("""{"Key":"env","Operator":"KEY_EXIST"}""")]
    public async Task Refuses_a_condition_of_the_wrong_form(string matcher)
    {
        using var world = new TestWorld();
        (await world.CallAsync("CreateResourceCategory", ("ResourceCategoryName", "x"), ("ResourceMatcher", matcher))).MustBe(400, "InvalidResourceMatcher");
    }

    [Fact]
    public async Task Deletes_a_category_and_does_not_know_it_any_more()
    {
        using var world = new TestWorld();
        var id = await CreateAsync(world, "mine", Production);
        (await world.CallAsync("CreateResourceCategory", ("ResourceCategoryName", "mine"), ("ResourceMatcher", Production))).MustBe(400, "InvalidResourceCategory.ResourceCategoryName.Duplicate");
        (await world.CallAsync("DeleteResourceCategory", ("ResourceCategoryId", id))).MustBe(200);
        (await world.CallAsync("GetResourceCategory", ("ResourceCategoryId", id))).MustBe(404, "ResourceCategoryNotFound");
        (await world.CallAsync("DescribeResources", ("ResourceCategoryId", id))).MustBe(404, "ResourceCategoryNotFound");
    }

    private static async Task<int> CountAsync(TestWorld world, string matcher) =>
        (await Listing.AllAsync(world, "DescribeResources", ("ResourceCategoryId", await CreateAsync(world, matcher, matcher)))).Count;

    private static async Task<string> CreateAsync(TestWorld world, string name, string matcher) =>
        (await world.CallAsync("CreateResourceCategory", ("ResourceCategoryName", name), ("ResourceMatcher", matcher))).Data.Text("ResourceCategoryId");
}
