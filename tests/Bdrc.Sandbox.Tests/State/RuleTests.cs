using System.Text.Json;
using Bdrc.Sandbox.Rules;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.State;

public sealed class RuleTests
{
    [Fact]
    public async Task Changes_check_results_and_score_when_a_check_is_complete_and_not_before()
    {
        using var world = new TestWorld();
        var resource = await WaitingResourceAsync(world);
        var arn = resource.Text("ResourceArn");
        (await world.CallAsync("CheckRules", ("ResourceArn", arn))).MustBe(200);
        Assert.All(await Listing.AllAsync(world, "DescribeCheckDetails", ("ResourceArn", arn)), detail => Assert.Equal("CHECKING", detail.Text("CheckStatus")));

        world.Clock.Advance(TimeSpan.FromSeconds(10));
        var details = await Listing.AllAsync(world, "DescribeCheckDetails", ("ResourceArn", arn));
        Assert.All(details, detail => Assert.Contains(detail.Text("CheckStatus"), (string[])["PASSED", "FAILED"]));
        Assert.All(details, detail => Assert.Equal(TestWorld.Start.AddSeconds(10).ToUnixTimeSeconds(), detail.Number("CheckTime")));

        var after = (await world.CallAsync("DescribeResources", ("ResourceArn", arn))).Content[0];
        var passed = details.Count(detail => detail.Text("CheckStatus") == "PASSED");
        Assert.Equal((int)Math.Round(100.0 * passed / details.Count), after.Number("ProtectionScore"));
        Assert.Equal(details.Count - passed, after.Number("RiskCount"));
        Assert.Equal(TestWorld.Start.AddSeconds(10).ToUnixTimeSeconds(), after.Number("ProtectionScoreUpdatedTime"));
    }

    [Fact]
    public async Task Mends_some_risks_that_were_on_record()
    {
        using var world = new TestWorld();
        long Risks(IEnumerable<JsonElement> resources) => resources.Sum(resource => resource.Number("RiskCount"));
        var before = await Listing.AllAsync(world, "DescribeResources", ("FailedRuleTemplate", "ecs-backup"));
        foreach (var resource in before)
            (await world.CallAsync("CheckRules", ("ResourceArn", resource.Text("ResourceArn")))).MustBe(200);
        world.Clock.Advance(TimeSpan.FromSeconds(10));
        var after = await Listing.AllAsync(world, "DescribeResources", ("FailedRuleTemplate", "ecs-backup"));
        Assert.True(Risks(after) < Risks(before));
        Assert.True(after.Count < before.Count);
    }

    [Fact]
    public async Task Evaluates_one_rule_only_when_asked_to()
    {
        using var world = new TestWorld();
        var arn = (await WaitingResourceAsync(world)).Text("ResourceArn");
        var rule = (await Listing.AllAsync(world, "DescribeCheckDetails", ("ResourceArn", arn)))[1].Text("RuleId");
        await world.FinishAsync("CheckRules", ("ResourceArn", arn), ("RuleId", rule));
        var now = TestWorld.Start.AddSeconds(10).ToUnixTimeSeconds();
        var details = await Listing.AllAsync(world, "DescribeCheckDetails", ("ResourceArn", arn));
        Assert.Equal([rule], details.Where(detail => detail.Number("CheckTime") == now).Select(detail => detail.Text("RuleId")));
        Assert.Single(await Listing.AllAsync(world, "DescribeCheckDetails", ("ResourceArn", arn), ("RuleId", rule)));
    }

    [Fact]
    public async Task Changes_nothing_when_the_check_fails()
    {
        using var world = new TestWorld(options => options.FailingTasks = 1);
        var arn = (await WaitingResourceAsync(world)).Text("ResourceArn");
        var before = (await world.CallAsync("DescribeCheckDetails", ("ResourceArn", arn))).Data.ToString();
        await world.FinishAsync("CheckRules", ("ResourceArn", arn));
        Assert.Equal(before, (await world.CallAsync("DescribeCheckDetails", ("ResourceArn", arn))).Data.ToString());
    }

    [Fact]
    public async Task Evaluates_what_was_never_evaluated_when_the_inventory_is_refreshed()
    {
        using var world = new TestWorld();
        static long Waiting(Answer products) => products.Content.Sum(product => product.Number("WaitForCheckResourceCount"));
        Assert.True(Waiting(await world.CallAsync("DescribeProducts")) > 0);
        (await world.CallAsync("UpdateResources")).MustBe(200);
        Assert.All((await world.CallAsync("DescribeRules")).Content, rule => Assert.Equal("CHECKING", rule.Text("CheckStatus")));
        world.Clock.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(0, Waiting(await world.CallAsync("DescribeProducts")));
        Assert.DoesNotContain((await world.CallAsync("DescribeRules")).Content, rule => rule.Text("CheckStatus") == "CHECKING");
    }

    [Fact]
    public async Task Agrees_with_the_products_and_the_resources()
    {
        using var world = new TestWorld();
        var resources = await Listing.AllAsync(world, "DescribeResources");
        var rules = await Listing.AllAsync(world, "DescribeRules", ("MaxResults", 3));
        Assert.Equal(10, rules.Count);
        foreach (var product in (await world.CallAsync("DescribeProducts")).Content)
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
        using var world = new TestWorld();
        var arn = (await world.CallAsync("DescribeTopRiskyResources")).Content[0].Text("ResourceArn");
        (await world.CallAsync("DisableCheckResource", ("ResourceArn", arn))).MustBe(200);
        Assert.False((await world.CallAsync("DescribeResources", ("ResourceArn", arn))).Content[0].GetProperty("EnableCheck").GetBoolean());
        Assert.DoesNotContain((await world.CallAsync("DescribeTopRiskyResources")).Content, resource => resource.Text("ResourceArn") == arn);
        (await world.CallAsync("CheckRules", ("ResourceArn", arn))).MustBe(400, "InvalidResource.CheckDisabled");
        Assert.Equal(1, (await world.CallAsync("DescribeProducts")).Content.Sum(product => product.Number("DisableCheckResourceCount")));
        (await world.CallAsync("EnableCheckResource", ("ResourceArn", arn))).MustBe(200);
        (await world.CallAsync("CheckRules", ("ResourceArn", arn))).MustBe(200);
    }

    [Fact]
    public async Task Switches_a_product_off_and_on()
    {
        using var world = new TestWorld();
        (await world.CallAsync("DisableCheckProduct", ("ProductType", "oss"))).MustBe(200);
        var off = (await world.CallAsync("DescribeProducts", ("ProductType", "oss"))).Content.Single();
        Assert.Equal((false, 0), (off.GetProperty("EnableCheck").GetBoolean(), off.Number("ProtectionScore")));
        (await world.CallAsync("EnableCheckProduct", ("ProductType", "oss"))).MustBe(200);
        Assert.True((await world.CallAsync("DescribeProducts", ("ProductType", "oss"))).Content.Single().Number("ProtectionScore") > 0);
        (await world.CallAsync("EnableCheckProduct", ("ProductType", "rds"))).MustBe(404, "ProductNotFound");
    }

    [Fact]
    public async Task Does_not_know_resources_and_rules_that_never_were()
    {
        using var world = new TestWorld();
        var arn = (await world.CallAsync("DescribeResources")).Content[0].Text("ResourceArn");
        (await world.CallAsync("CheckRules", ("ResourceArn", arn + "x"))).MustBe(404, "ResourceNotFound");
        (await world.CallAsync("CheckRules", ("ResourceArn", arn.Replace("acs:", "acs2:", StringComparison.Ordinal)))).MustBe(404, "ResourceNotFound");
        (await world.CallAsync("CheckRules", ("ResourceArn", arn), ("RuleId", "rule-unknown"))).MustBe(404, "RuleNotFound");
    }

    [Fact]
    public async Task Counts_the_redundancy_of_stored_data()
    {
        using var world = new TestWorld();
        var stats = (await world.CallAsync("DescribeProductDataRedundancyTypeStat", ("ProductType", "oss"))).Content;
        var buckets = await Listing.AllAsync(world, "DescribeResources", ("ResourceType", "ACS::OSS::Bucket"));
        Assert.Equal(buckets.Count, stats.Sum(stat => stat.Number("ResourceCount")));
        Assert.All(stats, stat => Assert.Equal(
            buckets.Count(bucket => bucket.Text("StorageClass") == stat.Text("StorageClass") && bucket.Text("DataRedundancyType") == stat.Text("DataRedundancyType")),
            stat.Number("ResourceCount")));
    }

    /// <summary>A server that has something for a check to change.</summary>
    private static async Task<JsonElement> WaitingResourceAsync(TestWorld world)
    {
        foreach (var resource in await Listing.AllAsync(world, "DescribeResources", ("ResourceType", "ACS::ECS::Instance")))
        {
            var details = await Listing.AllAsync(world, "DescribeCheckDetails", ("ResourceArn", resource.Text("ResourceArn")));
            if (details.Any(detail => detail.Text("CheckStatus") == "NOT_CHECKED"))
                return resource;
        }

        throw new InvalidOperationException("Every server has been checked.");
    }
}
