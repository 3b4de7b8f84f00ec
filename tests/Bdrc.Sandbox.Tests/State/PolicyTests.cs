using System.Text.Json;
using Bdrc.Sandbox.Rules;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.State;

public sealed class PolicyTests
{
    private const string Everything = """{"type":"TAG","operator":"KEY_EXIST","key":"env"}""";

    [Fact]
    public async Task Applies_a_new_policy_in_the_background_and_records_each_resource()
    {
        using var world = new TestWorld();
        var category = await CategoryAsync(world);
        var policy = await PolicyAsync(world, "daily", category);
        Assert.Empty((await world.CallAsync("GetProtectionPolicy", ("ProtectionPolicyId", policy))).Data.Text("LatestTaskId"));

        world.Clock.Advance(TimeSpan.FromSeconds(2));
        var taskId = (await world.CallAsync("GetProtectionPolicy", ("ProtectionPolicyId", policy))).Data.Text("LatestTaskId");
        Assert.Equal("RUNNING", (await world.CallAsync("DescribeTask", ("TaskId", taskId))).Data.Text("TaskStatus"));
        Assert.Empty(await RecordsAsync(world, policy, taskId));

        world.Clock.Advance(TimeSpan.FromSeconds(8));
        var records = await RecordsAsync(world, policy, taskId);
        var covered = await Listing.AllAsync(world, "DescribeResources", ("ResourceCategoryId", category));
        Assert.Equal(covered.Select(resource => resource.Text("ResourceArn")), records.Select(record => record.Text("ResourceArn")));
        Assert.All(["SUCCESS", "FAILED", "SKIPPED"], status => Assert.Contains(records, record => record.Text("ApplyStatus") == status));
        Assert.All(records.Where(record => record.Text("ApplyStatus") == "SUCCESS"), record => Assert.Equal("ACS::ECS::Instance", record.Text("ResourceType")));
        using var why = JsonDocument.Parse(records.First(record => record.Text("ApplyStatus") == "FAILED").Text("ApplyDetail"));
        Assert.NotEmpty(why.RootElement.Text("errorCode"));
    }

    [Fact]
    public async Task Sums_the_latest_application_up()
    {
        using var world = new TestWorld();
        var policy = await PolicyAsync(world, "daily", await CategoryAsync(world));
        Assert.False((await world.CallAsync("ListProtectionPolicies")).Content[0].TryGetProperty("LatestApplySummary", out _));
        world.Clock.Advance(TimeSpan.FromSeconds(10));
        var listed = (await world.CallAsync("ListProtectionPolicies")).Content[0];
        var records = await RecordsAsync(world, policy, listed.Text("LatestTaskId"));
        var summary = listed.GetProperty("LatestApplySummary");
        foreach (var count in summary.GetProperty("ApplyStatusCount").EnumerateArray())
        {
            Assert.Equal(records.Count(record => record.Text("ApplyStatus") == count.Text("ApplyStatus")), count.Number("Count"));
            Assert.Equal(count.Number("Count"), (await RecordsAsync(world, policy, listed.Text("LatestTaskId"), ("ApplyStatus", count.Text("ApplyStatus")))).Count);
        }

        Assert.Equal(records.Count, summary.GetProperty("ResourceCount").EnumerateArray().Sum(count => count.Number("Count")));
    }

    [Fact]
    public async Task Makes_the_next_check_of_a_server_pass()
    {
        using var world = new TestWorld();
        var failing = (await Listing.AllAsync(world, "DescribeResources", ("FailedRuleTemplate", "ecs-auto-snapshot-policy"))).Select(resource => resource.Text("ResourceArn")).ToHashSet(StringComparer.Ordinal);
        foreach (var region in (string[])["cn-hangzhou", "cn-shanghai", "cn-beijing"])
            await PolicyAsync(world, region, await CategoryAsync(world, region), region: region);
        world.Clock.Advance(TimeSpan.FromSeconds(10));
        var policies = (await world.CallAsync("ListProtectionPolicies")).Content;
        var mended = new List<string>();
        foreach (var policy in policies)
        {
            var done = await RecordsAsync(world, policy.Text("ProtectionPolicyId"), policy.Text("LatestTaskId"), ("ApplyStatus", "SUCCESS"));
            mended.AddRange(done.Select(record => record.Text("ResourceArn")).Where(failing.Contains));
        }

        Assert.NotEmpty(mended);
        await world.FinishAsync("CheckRules", ("ResourceArn", mended[0]));
        var detail = (await Listing.AllAsync(world, "DescribeCheckDetails", ("ResourceArn", mended[0]))).Single(check => check.Text("RuleTemplate") == "ecs-auto-snapshot-policy");
        Assert.Equal("PASSED", detail.Text("CheckStatus"));
        Assert.Contains("\"sp-daily\"", detail.Text("Detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Carries_a_call_with_the_same_client_token_out_once()
    {
        using var world = new TestWorld();
        (string, object)[] Create(string name) =>
            [("ProtectionPolicyName", name), ("ProtectionPolicyRegionId", "cn-shanghai"), ("SubProtectionPolicies", Measures("sp-daily")), ("ClientToken", "c-1")];
        var first = (await world.CallAsync("CreateProtectionPolicy", Create("one"))).Data.Text("ProtectionPolicyId");
        Assert.Equal(first, (await world.CallAsync("CreateProtectionPolicy", Create("one"))).Data.Text("ProtectionPolicyId"));
        Assert.Single((await world.CallAsync("ListProtectionPolicies")).Content);
        (await world.CallAsync("CreateProtectionPolicy", Create("two"))).MustBe(400, "IdempotentParameterMismatch");
    }

    [Fact]
    public async Task Refuses_what_does_not_exist_or_is_taken()
    {
        using var world = new TestWorld();
        await PolicyAsync(world, "taken", await CategoryAsync(world));
        Task<Answer> Create(string name, string region, string measures, string categories) => world.CallAsync(
            "CreateProtectionPolicy",
            ("ProtectionPolicyName", name), ("ProtectionPolicyRegionId", region), ("SubProtectionPolicies", measures), ("BoundResourceCategoryIds", categories));
        (await Create("taken", "cn-shanghai", Measures("sp-daily"), "[]")).MustBe(400, "InvalidProtectionPolicy.ProtectionPolicyName.Duplicate");
        (await Create("x", "cn-nowhere", Measures("sp-daily"), "[]")).MustBe(400, "BadRequest.InvalidRegionId");
        (await Create("x", "cn-shanghai", Measures("po-daily"), "[]")).MustBe(404, "AutoSnapshotPolicyNotFound");
        (await Create("x", "cn-shanghai", Measures("sp-daily"), "[\"rc-none\"]")).MustBe(404, "ResourceCategoryNotFound");
        (await Create("x", "cn-shanghai", """[{"SubProtectionPolicyType":"ECS_AUTO_SNAPSHOT_POLICY","Config":"{}"}]""", "[]")).MustBe(400, "InvalidSubProtectionPolicies");
        Assert.Single((await world.CallAsync("ListProtectionPolicies")).Content);
    }

    [Fact]
    public async Task Fails_on_servers_when_the_snapshot_policy_is_gone()
    {
        using var world = new TestWorld();
        var policy = await PolicyAsync(world, "daily", await CategoryAsync(world));
        world.Sandbox.DeleteAutoSnapshotPolicy("sp-daily");
        world.Clock.Advance(TimeSpan.FromSeconds(10));
        var taskId = (await world.CallAsync("GetProtectionPolicy", ("ProtectionPolicyId", policy))).Data.Text("LatestTaskId");
        Assert.DoesNotContain(await RecordsAsync(world, policy, taskId), record => record.Text("ApplyStatus") == "SUCCESS");
    }

    [Fact]
    public async Task Applies_again_after_a_change_and_keeps_the_records_of_the_run_before()
    {
        using var world = new TestWorld();
        var policy = await PolicyAsync(world, "daily", await CategoryAsync(world));
        world.Clock.Advance(TimeSpan.FromSeconds(10));
        var first = (await world.CallAsync("GetProtectionPolicy", ("ProtectionPolicyId", policy))).Data.Text("LatestTaskId");
        var before = await RecordsAsync(world, policy, first);
        (await world.CallAsync("UpdateProtectionPolicy", ("ProtectionPolicyId", policy), ("BoundResourceCategoryIds", "[]"))).MustBe(200);
        (await world.CallAsync("UpdateProtectionPolicy", ("ProtectionPolicyId", policy), ("ProtectionPolicyName", "nightly"))).MustBe(200);
        var changed = (await world.CallAsync("GetProtectionPolicy", ("ProtectionPolicyId", policy))).Data;
        Assert.Equal("nightly", changed.Text("ProtectionPolicyName"));
        Assert.Equal(first, changed.Text("LatestTaskId"));
        Assert.Equal(before.Count, (await RecordsAsync(world, policy, first)).Count);
    }

    [Fact]
    public async Task Deletes_a_policy()
    {
        using var world = new TestWorld();
        var policy = await PolicyAsync(world, "daily", await CategoryAsync(world));
        (await world.CallAsync("DeleteProtectionPolicy", ("ProtectionPolicyId", policy))).MustBe(200);
        (await world.CallAsync("GetProtectionPolicy", ("ProtectionPolicyId", policy))).MustBe(404, "ProtectionPolicyNotFound");
    }

    [Fact]
    public async Task Sends_messages_when_a_measure_or_its_snapshot_policy_is_modified()
    {
        using var world = new TestWorld();
        var policy = await PolicyAsync(world, "daily", await CategoryAsync(world));
        Assert.Empty((await world.CallAsync("ListMessages")).Content);
        world.Sandbox.ModifyAutoSnapshotPolicy("sp-other");
        world.Sandbox.ModifyAutoSnapshotPolicy("sp-daily");
        world.Clock.Advance(TimeSpan.FromSeconds(30));
        (await world.CallAsync("UpdateProtectionPolicy", ("ProtectionPolicyId", policy), ("SubProtectionPolicies", Measures("sp-weekly")))).MustBe(200);

        var messages = (await world.CallAsync("ListMessages")).Content;
        Assert.Equal(2, messages.Count);
        Assert.All(messages, message => Assert.Equal(("SUB_PROTECTION_POLICY_MODIFIED", policy), (message.Text("MessageType"), message.Text("MessageSourceId"))));
        var newest = (await world.CallAsync("GetMessage", ("MessageId", messages[0].Text("MessageId")))).Data;
        Assert.Contains("\"sp-weekly\"", newest.Text("MessageContent"), StringComparison.Ordinal);

        var pages = await Listing.AllAsync(world, "ListMessages", ("MaxResults", 1));
        Assert.Equal(messages.Select(message => message.Text("MessageId")), pages.Select(message => message.Text("MessageId")));

        var start = TestWorld.Start.ToUnixTimeSeconds();
        Assert.Single((await world.CallAsync("ListMessages", ("MessageTimeLaterThan", start))).Content);
        Assert.Single((await world.CallAsync("ListMessages", ("MessageTimeEarlierThan", start + 1))).Content);
        Assert.Empty((await world.CallAsync("ListMessages", ("MessageLevel", "CRITICAL"))).Content);
        (await world.CallAsync("GetMessage", ("MessageId", "m-none"))).MustBe(404, "MessageNotFound");
    }

    private static Task<List<JsonElement>> RecordsAsync(TestWorld world, string policy, string taskId, params (string Name, object Value)[] filters) =>
        Listing.AllAsync(world, "ListProtectionPolicyApplications", [("ProtectionPolicyId", policy), ("TaskId", taskId), ("MaxResults", 30), .. filters]);

    private static async Task<string> CategoryAsync(TestWorld world, string name = "everything") =>
        (await world.CallAsync("CreateResourceCategory", ("ResourceCategoryName", name), ("ResourceMatcher", Everything))).Data.Text("ResourceCategoryId");

    private static async Task<string> PolicyAsync(TestWorld world, string name, string category, string region = "cn-hangzhou") =>
        (await world.CallAsync(
            "CreateProtectionPolicy",
            ("ProtectionPolicyName", name),
            ("ProtectionPolicyRegionId", region),
            ("SubProtectionPolicies", Measures("sp-daily")),
            ("BoundResourceCategoryIds", JsonSerializer.Serialize(new[] { category })))).Data.Text("ProtectionPolicyId");

    private static string Measures(string snapshotPolicy) =>
        $$"""[{"SubProtectionPolicyType":"ECS_AUTO_SNAPSHOT_POLICY","Config":"{\"autoSnapshotPolicyId\":\"{{snapshotPolicy}}\"}"}]""";
}
