using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.State;

public sealed class CategoryTests
{
    private const string Production = """{"type":"TAG","operator":"EQUAL","key":"env","values":["prod"]}""";

    [Fact]
    public async Task Has_built_in_categories_that_cannot_be_renamed_or_deleted()
    {
        using var fixture = new SandboxFixture();
        var categories = await Listing.AllAsync(fixture, "ListResourceCategories");
        Assert.All(categories, category => Assert.Equal("DEFAULT", category.Text("ResourceCategoryType")));
        var id = categories[0].Text("ResourceCategoryId");
        (await fixture.CallAsync("DeleteResourceCategory", ("ResourceCategoryId", id))).MustBe(403, "CannotDeleteDefaultResourceCategory");
        (await fixture.CallAsync("UpdateResourceCategory", ("ResourceCategoryId", id), ("ResourceCategoryName", "Mine"))).MustBe(403, "CannotUpdateDefaultResourceCategoryName");
        (await fixture.CallAsync("UpdateResourceCategory", ("ResourceCategoryId", id), ("ResourceMatcher", Production))).MustBe(200);
    }

    [Fact]
    public async Task Splits_the_resources_with_a_tag_by_its_value()
    {
        using var fixture = new SandboxFixture();
        var equal = await CountAsync(fixture, Production);
        var other = await CountAsync(fixture, """{"type":"TAG","operator":"KEY_EXIST_NOT_EQUAL","key":"env","values":["prod"]}""");
        var any = await CountAsync(fixture, """{"type":"TAG","operator":"KEY_EXIST","key":"env"}""");
        Assert.True(equal > 0 && other > 0);
        Assert.Equal(any, equal + other);
        Assert.True(any < 200);
    }

    [Fact]
    public async Task Counts_the_resources_that_the_listing_shows()
    {
        using var fixture = new SandboxFixture();
        var id = await CreateAsync(fixture, "prod", Production);
        var counts = (await fixture.CallAsync("GetResourceCategory", ("ResourceCategoryId", id))).Data.GetProperty("ResourceCount").EnumerateArray().ToList();
        var listed = await Listing.AllAsync(fixture, "DescribeResources", ("ResourceCategoryId", id));
        Assert.Equal(listed.Count, counts.Sum(count => count.Number("Count")));
        Assert.All(counts, count => Assert.Equal(listed.Count(resource => resource.Text("ResourceType") == count.Text("ResourceType")), count.Number("Count")));
    }

    [Fact]
    public async Task Changes_what_it_matches_when_its_condition_changes()
    {
        using var fixture = new SandboxFixture();
        var id = await CreateAsync(fixture, "mine", Production);
        (await fixture.CallAsync("UpdateResourceCategory", ("ResourceCategoryId", id), ("ResourceMatcher", """{"type":"TAG","operator":"EQUAL","key":"env","values":["nowhere"]}"""))).MustBe(200);
        Assert.Empty((await fixture.CallAsync("GetResourceCategory", ("ResourceCategoryId", id))).Data.GetProperty("ResourceCount").EnumerateArray());
        Assert.Empty((await fixture.CallAsync("DescribeResources", ("ResourceCategoryId", id))).Content);
    }

    [Fact]
    public async Task Matches_nothing_without_a_condition()
    {
        using var fixture = new SandboxFixture();
        var core = (await Listing.AllAsync(fixture, "ListResourceCategories")).Single(category => category.Text("ResourceMatcher").Length == 0);
        Assert.Empty((await fixture.CallAsync("DescribeResources", ("ResourceCategoryId", core.Text("ResourceCategoryId")))).Content);
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
        using var fixture = new SandboxFixture();
        (await fixture.CallAsync("CreateResourceCategory", ("ResourceCategoryName", "x"), ("ResourceMatcher", matcher))).MustBe(400, "InvalidResourceMatcher");
    }

    [Fact]
    public async Task Deletes_a_category_and_does_not_know_it_any_more()
    {
        using var fixture = new SandboxFixture();
        var id = await CreateAsync(fixture, "mine", Production);
        (await fixture.CallAsync("CreateResourceCategory", ("ResourceCategoryName", "mine"), ("ResourceMatcher", Production))).MustBe(400, "InvalidResourceCategory.ResourceCategoryName.Duplicate");
        (await fixture.CallAsync("DeleteResourceCategory", ("ResourceCategoryId", id))).MustBe(200);
        (await fixture.CallAsync("GetResourceCategory", ("ResourceCategoryId", id))).MustBe(404, "ResourceCategoryNotFound");
        (await fixture.CallAsync("DescribeResources", ("ResourceCategoryId", id))).MustBe(404, "ResourceCategoryNotFound");
    }

    private static async Task<int> CountAsync(SandboxFixture fixture, string matcher) =>
        (await Listing.AllAsync(fixture, "DescribeResources", ("ResourceCategoryId", await CreateAsync(fixture, matcher, matcher)))).Count;

    private static async Task<string> CreateAsync(SandboxFixture fixture, string name, string matcher) =>
        (await fixture.CallAsync("CreateResourceCategory", ("ResourceCategoryName", name), ("ResourceMatcher", matcher))).Data.Text("ResourceCategoryId");
}
