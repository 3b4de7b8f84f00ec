using System.Text.Json;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.State;

public sealed class RuleTests
{
    [Fact]
    public async Task Changes_check_results_and_score_when_a_check_is_complete_and_not_before()
    {
        using var fixture = new SandboxFixture();
        var resource = await WaitingResourceAsync(fixture);
        var arn = resource.Text("ResourceArn");
        (await fixture.CallAsync("CheckRules", ("ResourceArn", arn))).MustBe(200);
        Assert.All(await Listing.AllAsync(fixture, "DescribeCheckDetails", ("ResourceArn", arn)), detail => Assert.Equal("CHECKING", detail.Text("CheckStatus")));

        fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        var details = await Listing.AllAsync(fixture, "DescribeCheckDetails", ("ResourceArn", arn));
        Assert.All(details, detail => Assert.Contains(detail.Text("CheckStatus"), (string[])["PASSED", "FAILED"]));
        Assert.All(details, detail => Assert.Equal(SandboxFixture.Start.AddSeconds(10).ToUnixTimeSeconds(), detail.Number("CheckTime")));

        var after = (await fixture.CallAsync("DescribeResources", ("ResourceArn", arn))).Content[0];
        var passed = details.Count(detail => detail.Text("CheckStatus") == "PASSED");
        Assert.Equal((int)Math.Round(100.0 * passed / details.Count), after.Number("ProtectionScore"));
        Assert.Equal(details.Count - passed, after.Number("RiskCount"));
        Assert.Equal(SandboxFixture.Start.AddSeconds(10).ToUnixTimeSeconds(), after.Number("ProtectionScoreUpdatedTime"));
    }

    [Fact]
    public async Task Mends_some_risks_that_were_on_record()
    {
        using var fixture = new SandboxFixture();
        long Risks(IEnumerable<JsonElement> resources) => resources.Sum(resource => resource.Number("RiskCount"));
        var before = await Listing.AllAsync(fixture, "DescribeResources", ("FailedRuleTemplate", "ecs-backup"));
        foreach (var resource in before)
            (await fixture.CallAsync("CheckRules", ("ResourceArn", resource.Text("ResourceArn")))).MustBe(200);
        fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        var after = await Listing.AllAsync(fixture, "DescribeResources", ("FailedRuleTemplate", "ecs-backup"));
        Assert.True(Risks(after) < Risks(before));
        Assert.True(after.Count < before.Count);
    }

    [Fact]
    public async Task Evaluates_one_rule_only_when_asked_to()
    {
        using var fixture = new SandboxFixture();
        var arn = (await WaitingResourceAsync(fixture)).Text("ResourceArn");
        var rule = (await Listing.AllAsync(fixture, "DescribeCheckDetails", ("ResourceArn", arn)))[1].Text("RuleId");
        await fixture.FinishAsync("CheckRules", ("ResourceArn", arn), ("RuleId", rule));
        var now = SandboxFixture.Start.AddSeconds(10).ToUnixTimeSeconds();
        var details = await Listing.AllAsync(fixture, "DescribeCheckDetails", ("ResourceArn", arn));
        Assert.Equal([rule], details.Where(detail => detail.Number("CheckTime") == now).Select(detail => detail.Text("RuleId")));
        Assert.Single(await Listing.AllAsync(fixture, "DescribeCheckDetails", ("ResourceArn", arn), ("RuleId", rule)));
    }

    [Fact]
    public async Task Changes_nothing_when_the_check_fails()
    {
        using var fixture = new SandboxFixture(options => options.FailingTasks = 1);
        var arn = (await WaitingResourceAsync(fixture)).Text("ResourceArn");
        var before = (await fixture.CallAsync("DescribeCheckDetails", ("ResourceArn", arn))).Data.ToString();
        await fixture.FinishAsync("CheckRules", ("ResourceArn", arn));
        Assert.Equal(before, (await fixture.CallAsync("DescribeCheckDetails", ("ResourceArn", arn))).Data.ToString());
    }

    [Fact]
    public async Task Evaluates_what_was_never_evaluated_when_the_inventory_is_refreshed()
    {
        using var fixture = new SandboxFixture();
        static long Waiting(SandboxHttpResponse products) => products.Content.Sum(product => product.Number("WaitForCheckResourceCount"));
        Assert.True(Waiting(await fixture.CallAsync("DescribeProducts")) > 0);
        (await fixture.CallAsync("UpdateResources")).MustBe(200);
        Assert.All((await fixture.CallAsync("DescribeRules")).Content, rule => Assert.Equal("CHECKING", rule.Text("CheckStatus")));
        fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(0, Waiting(await fixture.CallAsync("DescribeProducts")));
        Assert.DoesNotContain((await fixture.CallAsync("DescribeRules")).Content, rule => rule.Text("CheckStatus") == "CHECKING");
    }

    [Fact]
    public async Task Agrees_with_the_products_and_the_resources()
    {
        using var fixture = new SandboxFixture();
        var resources = await Listing.AllAsync(fixture, "DescribeResources");
        var rules = await Listing.AllAsync(fixture, "DescribeRules", ("MaxResults", 3));
        Assert.Equal(10, rules.Count);
        foreach (var product in (await fixture.CallAsync("DescribeProducts")).Content)
        {
            var own = resources.Where(resource => resource.Text("ProductType") == product.Text("ProductType")).ToList();
            Assert.Equal(own.Count, product.Number("TotalResourceCount"));
            Assert.Equal(own.Sum(resource => resource.Number("RiskCount")), product.Number("RiskCount"));
            Assert.Equal(own.Count(resource => resource.Number("RiskCount") > 0), product.Number("RiskyResourceCount"));
            Assert.Equal((int)Math.Round(own.Average(resource => resource.Number("ProtectionScore")), MidpointRounding.AwayFromZero), product.Number("ProtectionScore"));
            Assert.Equal(own.Count, product.GetProperty("ProtectionScoreDistribution").EnumerateArray().Sum(band => band.Number("Count")));
            Assert.Equal(
                product.Number("RiskCount"),
                rules.Where(rule => rule.Text("ProductType") == product.Text("ProductType")).Sum(rule => rule.Number("RiskyResourceCount")));
        }
    }

    [Fact]
    public async Task Leaves_out_a_resource_whose_check_is_switched_off()
    {
        using var fixture = new SandboxFixture();
        var arn = (await fixture.CallAsync("DescribeTopRiskyResources")).Content[0].Text("ResourceArn");
        (await fixture.CallAsync("DisableCheckResource", ("ResourceArn", arn))).MustBe(200);
        Assert.False((await fixture.CallAsync("DescribeResources", ("ResourceArn", arn))).Content[0].GetProperty("EnableCheck").GetBoolean());
        Assert.DoesNotContain((await fixture.CallAsync("DescribeTopRiskyResources")).Content, resource => resource.Text("ResourceArn") == arn);
        (await fixture.CallAsync("CheckRules", ("ResourceArn", arn))).MustBe(400, "InvalidResource.CheckDisabled");
        Assert.Equal(1, (await fixture.CallAsync("DescribeProducts")).Content.Sum(product => product.Number("DisableCheckResourceCount")));
        (await fixture.CallAsync("EnableCheckResource", ("ResourceArn", arn))).MustBe(200);
        (await fixture.CallAsync("CheckRules", ("ResourceArn", arn))).MustBe(200);
    }

    [Fact]
    public async Task Switches_a_product_off_and_on()
    {
        using var fixture = new SandboxFixture();
        (await fixture.CallAsync("DisableCheckProduct", ("ProductType", "oss"))).MustBe(200);
        var off = (await fixture.CallAsync("DescribeProducts", ("ProductType", "oss"))).Content.Single();
        Assert.Equal((false, 0), (off.GetProperty("EnableCheck").GetBoolean(), off.Number("ProtectionScore")));
        (await fixture.CallAsync("EnableCheckProduct", ("ProductType", "oss"))).MustBe(200);
        Assert.True((await fixture.CallAsync("DescribeProducts", ("ProductType", "oss"))).Content.Single().Number("ProtectionScore") > 0);
        (await fixture.CallAsync("EnableCheckProduct", ("ProductType", "rds"))).MustBe(404, "ProductNotFound");
    }

    [Fact]
    public async Task Does_not_know_resources_and_rules_that_never_were()
    {
        using var fixture = new SandboxFixture();
        var arn = (await fixture.CallAsync("DescribeResources")).Content[0].Text("ResourceArn");
        (await fixture.CallAsync("CheckRules", ("ResourceArn", arn + "x"))).MustBe(404, "ResourceNotFound");
        (await fixture.CallAsync("CheckRules", ("ResourceArn", arn.Replace("acs:", "acs2:", StringComparison.Ordinal)))).MustBe(404, "ResourceNotFound");
        (await fixture.CallAsync("CheckRules", ("ResourceArn", arn), ("RuleId", "rule-unknown"))).MustBe(404, "RuleNotFound");
    }

    [Fact]
    public async Task Counts_the_redundancy_of_stored_data()
    {
        using var fixture = new SandboxFixture();
        var stats = (await fixture.CallAsync("DescribeProductDataRedundancyTypeStat", ("ProductType", "oss"))).Content;
        var buckets = await Listing.AllAsync(fixture, "DescribeResources", ("ResourceType", "ACS::OSS::Bucket"));
        Assert.Equal(buckets.Count, stats.Sum(stat => stat.Number("ResourceCount")));
        Assert.All(stats, stat => Assert.Equal(
            buckets.Count(bucket => bucket.Text("StorageClass") == stat.Text("StorageClass") && bucket.Text("DataRedundancyType") == stat.Text("DataRedundancyType")),
            stat.Number("ResourceCount")));
    }

    /// <summary>A server that has something for a check to change.</summary>
    private static async Task<JsonElement> WaitingResourceAsync(SandboxFixture fixture)
    {
        foreach (var resource in await Listing.AllAsync(fixture, "DescribeResources", ("ResourceType", "ACS::ECS::Instance")))
        {
            var details = await Listing.AllAsync(fixture, "DescribeCheckDetails", ("ResourceArn", resource.Text("ResourceArn")));
            if (details.Any(detail => detail.Text("CheckStatus") == "NOT_CHECKED"))
                return resource;
        }

        throw new InvalidOperationException("Every server has been checked.");
    }
}
