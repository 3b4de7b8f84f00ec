using System.Text.Json;
using Bdrc.Sandbox.CrossAccounts;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.State;

public sealed class ResourceTests
{
    [Fact]
    public async Task Lists_every_resource_once()
    {
        using var fixture = new SandboxFixture();
        var resources = await Listing.AllAsync(fixture, "DescribeResources");
        Assert.Equal(200, resources.Select(resource => resource.Text("ResourceArn")).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(4, resources.Select(resource => resource.Text("ResourceType")).Distinct(StringComparer.Ordinal).Count());
        Assert.True(resources.Select(resource => resource.Text("RegionId")).Distinct(StringComparer.Ordinal).Count() > 3);
        Assert.All(resources, resource => Assert.Equal(SandboxAccounts.AccountId, resource.Number("ResourceOwnerId")));
        Assert.All(resources, resource => Assert.Equal(
            resource.Number("TotalDataSize"),
            resource.Number("StandardDataSize")
                + resource.Number("IaDataSize")
                + resource.Number("ArchiveDataSize")
                + resource.Number("ColdArchiveDataSize")));
    }

    [Theory]
    [InlineData("ResourceType", "ResourceType")]
    [InlineData("ResourceRegionId", "RegionId")]
    [InlineData("StorageClass", "StorageClass")]
    public async Task States_how_many_resources_match_a_filter(string parameter, string field)
    {
        using var fixture = new SandboxFixture();
        var all = await Listing.AllAsync(fixture, "DescribeResources");
        var value = all.Select(resource => resource.Text(field)).First(text => text.Length > 0);

        var page = await fixture.CallAsync("DescribeResources", (parameter, value), ("MaxResults", 10));

        Assert.Equal(all.Count(resource => resource.Text(field) == value), page.Data.Number("TotalCount"));
    }

    [Fact]
    public async Task Pages_through_100000_resources()
    {
        using var fixture = new SandboxFixture(options => options.Resources = 100_000);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var token = string.Empty;
        do
        {
            (string, object)[] parameters = token.Length == 0 ? [("MaxResults", 100)] : [("MaxResults", 100), ("NextToken", token)];
            var page = await fixture.CallAsync("DescribeResources", parameters);
            foreach (var resource in page.Content)
                Assert.True(seen.Add(resource.Text("ResourceId")));
            token = page.NextToken;
        }
        while (token.Length > 0);

        Assert.Equal(100_000, seen.Count);
        Assert.Equal(1_000, fixture.Sandbox.RequestCount);
    }

    [Theory]
    [InlineData("ResourceType", "ResourceType")]
    [InlineData("ResourceRegionId", "RegionId")]
    [InlineData("StorageClass", "StorageClass")]
    [InlineData("DataRedundancyType", "DataRedundancyType")]
    [InlineData("ResourceId", "ResourceId")]
    [InlineData("ResourceArn", "ResourceArn")]
    public async Task Filters_by_a_property(string parameter, string property)
    {
        using var fixture = new SandboxFixture();
        var all = await Listing.AllAsync(fixture, "DescribeResources");
        var value = all.First(resource => resource.Text("ProductType") == "oss").Text(property);
        var expected = all.Where(resource => resource.Text(property) == value).Select(resource => resource.Text("ResourceArn")).ToList();
        var filtered = await Listing.AllAsync(fixture, "DescribeResources", (parameter, value));
        Assert.NotEmpty(expected);
        Assert.Equal(expected, filtered.Select(resource => resource.Text("ResourceArn")));
    }

    [Theory]
    [InlineData("ASC")]
    [InlineData("DESC")]
    public async Task Sorts_by_score_across_pages(string order)
    {
        using var fixture = new SandboxFixture();
        var sorted = await Listing.AllAsync(fixture, "DescribeResources", ("SortBy", "protectionScore"), ("SortOrder", order));
        var scores = sorted.Select(resource => resource.Number("ProtectionScore")).ToList();
        Assert.Equal(200, sorted.Select(resource => resource.Text("ResourceId")).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(order == "ASC" ? scores.Order() : scores.OrderDescending(), scores);
        Assert.True(scores.Distinct().Count() > 2);
    }

    [Fact]
    public async Task Filters_by_a_rule_that_fails()
    {
        using var fixture = new SandboxFixture();
        var failing = await Listing.AllAsync(fixture, "DescribeResources", ("FailedRuleTemplate", "ecs-backup"));
        Assert.NotEmpty(failing);
        foreach (var resource in failing.Take(5))
        {
            var details = await Listing.AllAsync(fixture, "DescribeCheckDetails", ("ResourceArn", resource.Text("ResourceArn")));
            Assert.Equal("FAILED", details.Single(detail => detail.Text("RuleTemplate") == "ecs-backup").Text("CheckStatus"));
        }
    }

    [Fact]
    public async Task Accepts_an_ARN_with_the_account_before_the_region()
    {
        using var fixture = new SandboxFixture();
        var resource = (await fixture.CallAsync("DescribeResources")).Content[0];
        var arn = resource.Text("ResourceArn");
        var parts = arn.Split(':');
        var swapped = $"{parts[0]}:{parts[1]}:{parts[3]}:{parts[2]}:{parts[4]}";
        var details = (await fixture.CallAsync("DescribeCheckDetails", ("ResourceArn", swapped))).Content;
        Assert.All(details, detail => Assert.Equal(arn, detail.Text("ResourceArn")));
    }

    [Fact]
    public async Task Lists_the_ten_resources_with_the_most_risks()
    {
        using var fixture = new SandboxFixture();
        var top = (await fixture.CallAsync("DescribeTopRiskyResources")).Content;
        var risks = top.Select(resource => resource.Number("RiskCount")).ToList();
        var highest = (await Listing.AllAsync(fixture, "DescribeResources"))
            .Select(resource => resource.Number("RiskCount"))
            .OrderDescending()
            .Take(10);
        Assert.Equal(highest, risks);
    }

    [Fact]
    public async Task Counts_what_a_matcher_matches()
    {
        using var fixture = new SandboxFixture();
        const string Matchers = """[{"Key":"env","Operator":"EQUAL","Values":["prod"]},{"Key":"team","Operator":"KEY_EXIST"}]""";
        var taskId = (await fixture.CallAsync("PrecheckResourceCount", ("TagResourceMatchers", Matchers))).TaskId;
        Assert.Empty((await fixture.CallAsync("DescribeTask", ("TaskId", taskId))).Data.Text("TaskResult"));

        fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        using var result = JsonDocument.Parse((await fixture.CallAsync("DescribeTask", ("TaskId", taskId))).Data.Text("TaskResult"));
        var counts = result.RootElement.GetProperty("resourceCounts").EnumerateArray()
            .ToDictionary(count => count.Text("resourceType"), count => count.Number("count"), StringComparer.Ordinal);
        Assert.Equal(4, counts.Count);
        Assert.InRange(counts.Values.Sum(), 1, 199);

        const string Both =
            """{"type":"BOOL","operator":"AND","values":["""
            + """{"type":"TAG","operator":"EQUAL","key":"env","values":["prod"]},{"type":"TAG","operator":"KEY_EXIST","key":"team"}]}""";
        var created = await fixture.CallAsync("CreateResourceCategory", ("ResourceCategoryName", "both"), ("ResourceMatcher", Both));
        var category = created.Data.Text("ResourceCategoryId");
        Assert.Equal(counts.Values.Sum(), (await Listing.AllAsync(fixture, "DescribeResources", ("ResourceCategoryId", category))).Count);
    }

    [Theory]
    [InlineData("""[{"Key":"env","Operator":"EQUAL"}]""")]
    [InlineData("""[{"Key":"env","Operator":"EQUAL","Values":["a","b"]}]""")]
    [InlineData("""[{"Key":"env","Operator":"KEY_EXIST","Values":["a"]}]""")]
    [InlineData("""[{"Key":"env","Operator":"LIKE","Values":["a"]}]""")]
    [InlineData("""[{"Key":"env"}]""")]
    [InlineData("[]")]
    public async Task Refuses_a_matcher_with_an_invalid_format(string matchers)
    {
        using var fixture = new SandboxFixture();
        (await fixture.CallAsync("PrecheckResourceCount", ("TagResourceMatchers", matchers))).MustBe(400, "InvalidTagResourceMatchers");
    }

    [Fact]
    public async Task Refuses_to_refresh_a_type_that_does_not_exist()
    {
        using var fixture = new SandboxFixture();
        (await fixture.CallAsync("UpdateResources", ("ResourceType", "ACS::RDS::Instance"))).MustBe(400, "InvalidResourceType");
    }

    [Fact]
    public async Task Works_without_any_resource()
    {
        using var fixture = new SandboxFixture(options => options.Resources = 0);
        Assert.Empty((await fixture.CallAsync("DescribeResources")).Content);
        Assert.Empty((await fixture.CallAsync("DescribeTopRiskyResources")).Content);
        Assert.Equal(4, (await fixture.CallAsync("DescribeProducts")).Content.Count);
        await fixture.FinishAsync("UpdateResources");
        Assert.All((await fixture.CallAsync("DescribeRules")).Content, rule => Assert.Equal("NOT_CHECKED", rule.Text("CheckStatus")));
    }
}
