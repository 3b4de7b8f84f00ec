using System.Text.Json;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.State;

public sealed class PolicyTests
{
    private const string Everything = """{"type":"TAG","operator":"KEY_EXIST","key":"env"}""";

    [Fact]
    public async Task Applies_a_new_policy_in_the_background_and_records_each_resource()
    {
        using var fixture = new SandboxFixture();
        var category = await CategoryAsync(fixture);
        var policy = await PolicyAsync(fixture, "daily", category);
        Assert.Empty((await fixture.CallAsync("GetProtectionPolicy", ("ProtectionPolicyId", policy))).Data.Text("LatestTaskId"));

        fixture.Clock.Advance(TimeSpan.FromSeconds(2));
        var taskId = (await fixture.CallAsync("GetProtectionPolicy", ("ProtectionPolicyId", policy))).Data.Text("LatestTaskId");
        Assert.Equal("RUNNING", (await fixture.CallAsync("DescribeTask", ("TaskId", taskId))).Data.Text("TaskStatus"));
        Assert.Empty(await RecordsAsync(fixture, policy, taskId));

        fixture.Clock.Advance(TimeSpan.FromSeconds(8));
        var records = await RecordsAsync(fixture, policy, taskId);
        var covered = await Listing.AllAsync(fixture, "DescribeResources", ("ResourceCategoryId", category));
        Assert.Equal(covered.Select(resource => resource.Text("ResourceArn")), records.Select(record => record.Text("ResourceArn")));
        Assert.All(["SUCCESS", "FAILED", "SKIPPED"], status => Assert.Contains(records, record => record.Text("ApplyStatus") == status));
        Assert.All(records.Where(record => record.Text("ApplyStatus") == "SUCCESS"), record => Assert.Equal("ACS::ECS::Instance", record.Text("ResourceType")));
        using var why = JsonDocument.Parse(records.First(record => record.Text("ApplyStatus") == "FAILED").Text("ApplyDetail"));
        Assert.NotEmpty(why.RootElement.Text("errorCode"));
    }

    [Fact]
    public async Task Sums_the_latest_application_up()
    {
        using var fixture = new SandboxFixture();
        var policy = await PolicyAsync(fixture, "daily", await CategoryAsync(fixture));
        Assert.False((await fixture.CallAsync("ListProtectionPolicies")).Content[0].TryGetProperty("LatestApplySummary", out _));
        fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        var listed = (await fixture.CallAsync("ListProtectionPolicies")).Content[0];
        var records = await RecordsAsync(fixture, policy, listed.Text("LatestTaskId"));
        var summary = listed.GetProperty("LatestApplySummary");
        foreach (var count in summary.GetProperty("ApplyStatusCount").EnumerateArray())
        {
            Assert.Equal(records.Count(record => record.Text("ApplyStatus") == count.Text("ApplyStatus")), count.Number("Count"));
            Assert.Equal(count.Number("Count"), (await RecordsAsync(fixture, policy, listed.Text("LatestTaskId"), ("ApplyStatus", count.Text("ApplyStatus")))).Count);
        }

        Assert.Equal(records.Count, summary.GetProperty("ResourceCount").EnumerateArray().Sum(count => count.Number("Count")));
    }

    [Fact]
    public async Task Makes_the_next_check_of_a_server_pass()
    {
        using var fixture = new SandboxFixture();
        var failing = (await Listing.AllAsync(fixture, "DescribeResources", ("FailedRuleTemplate", "ecs-auto-snapshot-policy"))).Select(resource => resource.Text("ResourceArn")).ToHashSet(StringComparer.Ordinal);
        foreach (var region in (string[])["cn-hangzhou", "cn-shanghai", "cn-beijing"])
            await PolicyAsync(fixture, region, await CategoryAsync(fixture, region), region: region);
        fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        var policies = (await fixture.CallAsync("ListProtectionPolicies")).Content;
        var mended = new List<string>();
        foreach (var policy in policies)
        {
            var done = await RecordsAsync(fixture, policy.Text("ProtectionPolicyId"), policy.Text("LatestTaskId"), ("ApplyStatus", "SUCCESS"));
            mended.AddRange(done.Select(record => record.Text("ResourceArn")).Where(failing.Contains));
        }

        Assert.NotEmpty(mended);
        await fixture.FinishAsync("CheckRules", ("ResourceArn", mended[0]));
        var detail = (await Listing.AllAsync(fixture, "DescribeCheckDetails", ("ResourceArn", mended[0]))).Single(check => check.Text("RuleTemplate") == "ecs-auto-snapshot-policy");
        Assert.Equal("PASSED", detail.Text("CheckStatus"));
        Assert.Contains("\"sp-daily\"", detail.Text("Detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Carries_a_call_with_the_same_client_token_out_once()
    {
        using var fixture = new SandboxFixture();
        (string, object)[] Create(string name) =>
            [("ProtectionPolicyName", name), ("ProtectionPolicyRegionId", "cn-shanghai"), ("SubProtectionPolicies", SubPolicies("sp-daily")), ("ClientToken", "c-1")];
        var first = (await fixture.CallAsync("CreateProtectionPolicy", Create("one"))).Data.Text("ProtectionPolicyId");
        Assert.Equal(first, (await fixture.CallAsync("CreateProtectionPolicy", Create("one"))).Data.Text("ProtectionPolicyId"));
        Assert.Single((await fixture.CallAsync("ListProtectionPolicies")).Content);
        (await fixture.CallAsync("CreateProtectionPolicy", Create("two"))).MustBe(400, "IdempotentParameterMismatch");
    }

    [Fact]
    public async Task Refuses_what_does_not_exist_or_is_taken()
    {
        using var fixture = new SandboxFixture();
        await PolicyAsync(fixture, "taken", await CategoryAsync(fixture));
        Task<SandboxHttpResponse> Create(string name, string region, string subPolicies, string categories) => fixture.CallAsync(
            "CreateProtectionPolicy",
            ("ProtectionPolicyName", name), ("ProtectionPolicyRegionId", region), ("SubProtectionPolicies", subPolicies), ("BoundResourceCategoryIds", categories));
        (await Create("taken", "cn-shanghai", SubPolicies("sp-daily"), "[]")).MustBe(400, "InvalidProtectionPolicy.ProtectionPolicyName.Duplicate");
        (await Create("x", "cn-nowhere", SubPolicies("sp-daily"), "[]")).MustBe(400, "BadRequest.InvalidRegionId");
        (await Create("x", "cn-shanghai", SubPolicies("po-daily"), "[]")).MustBe(404, "AutoSnapshotPolicyNotFound");
        (await Create("x", "cn-shanghai", SubPolicies("sp-daily"), "[\"rc-none\"]")).MustBe(404, "ResourceCategoryNotFound");
        (await Create("x", "cn-shanghai", """[{"SubProtectionPolicyType":"ECS_AUTO_SNAPSHOT_POLICY","Config":"{}"}]""", "[]")).MustBe(400, "InvalidSubProtectionPolicies");
        Assert.Single((await fixture.CallAsync("ListProtectionPolicies")).Content);
    }

    [Fact]
    public async Task Fails_on_servers_when_the_snapshot_policy_is_gone()
    {
        using var fixture = new SandboxFixture();
        var policy = await PolicyAsync(fixture, "daily", await CategoryAsync(fixture));
        fixture.Sandbox.DeleteAutoSnapshotPolicy("sp-daily");
        fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        var taskId = (await fixture.CallAsync("GetProtectionPolicy", ("ProtectionPolicyId", policy))).Data.Text("LatestTaskId");
        Assert.DoesNotContain(await RecordsAsync(fixture, policy, taskId), record => record.Text("ApplyStatus") == "SUCCESS");
    }

    [Fact]
    public async Task Applies_again_after_a_change_and_keeps_the_records_of_the_run_before()
    {
        using var fixture = new SandboxFixture();
        var policy = await PolicyAsync(fixture, "daily", await CategoryAsync(fixture));
        fixture.Clock.Advance(TimeSpan.FromSeconds(10));
        var first = (await fixture.CallAsync("GetProtectionPolicy", ("ProtectionPolicyId", policy))).Data.Text("LatestTaskId");
        var before = await RecordsAsync(fixture, policy, first);
        (await fixture.CallAsync("UpdateProtectionPolicy", ("ProtectionPolicyId", policy), ("BoundResourceCategoryIds", "[]"))).MustBe(200);
        (await fixture.CallAsync("UpdateProtectionPolicy", ("ProtectionPolicyId", policy), ("ProtectionPolicyName", "nightly"))).MustBe(200);
        var changed = (await fixture.CallAsync("GetProtectionPolicy", ("ProtectionPolicyId", policy))).Data;
        Assert.Equal("nightly", changed.Text("ProtectionPolicyName"));
        Assert.Equal(first, changed.Text("LatestTaskId"));
        Assert.Equal(before.Count, (await RecordsAsync(fixture, policy, first)).Count);
    }

    [Fact]
    public async Task Deletes_a_policy()
    {
        using var fixture = new SandboxFixture();
        var policy = await PolicyAsync(fixture, "daily", await CategoryAsync(fixture));
        (await fixture.CallAsync("DeleteProtectionPolicy", ("ProtectionPolicyId", policy))).MustBe(200);
        (await fixture.CallAsync("GetProtectionPolicy", ("ProtectionPolicyId", policy))).MustBe(404, "ProtectionPolicyNotFound");
    }

    [Fact]
    public async Task Sends_messages_when_a_measure_or_its_snapshot_policy_is_modified()
    {
        using var fixture = new SandboxFixture();
        var policy = await PolicyAsync(fixture, "daily", await CategoryAsync(fixture));
        Assert.Empty((await fixture.CallAsync("ListMessages")).Content);
        fixture.Sandbox.ModifyAutoSnapshotPolicy("sp-other");
        fixture.Sandbox.ModifyAutoSnapshotPolicy("sp-daily");
        fixture.Clock.Advance(TimeSpan.FromSeconds(30));
        (await fixture.CallAsync("UpdateProtectionPolicy", ("ProtectionPolicyId", policy), ("SubProtectionPolicies", SubPolicies("sp-weekly")))).MustBe(200);

        var messages = (await fixture.CallAsync("ListMessages")).Content;
        Assert.Equal(2, messages.Count);
        Assert.All(messages, message => Assert.Equal(("SUB_PROTECTION_POLICY_MODIFIED", policy), (message.Text("MessageType"), message.Text("MessageSourceId"))));
        var newest = (await fixture.CallAsync("GetMessage", ("MessageId", messages[0].Text("MessageId")))).Data;
        Assert.Contains("\"sp-weekly\"", newest.Text("MessageContent"), StringComparison.Ordinal);

        var pages = await Listing.AllAsync(fixture, "ListMessages", ("MaxResults", 1));
        Assert.Equal(messages.Select(message => message.Text("MessageId")), pages.Select(message => message.Text("MessageId")));

        var start = SandboxFixture.Start.ToUnixTimeSeconds();
        Assert.Single((await fixture.CallAsync("ListMessages", ("MessageTimeLaterThan", start))).Content);
        Assert.Single((await fixture.CallAsync("ListMessages", ("MessageTimeEarlierThan", start + 1))).Content);
        Assert.Empty((await fixture.CallAsync("ListMessages", ("MessageLevel", "CRITICAL"))).Content);
        (await fixture.CallAsync("GetMessage", ("MessageId", "m-none"))).MustBe(404, "MessageNotFound");
    }

    private static Task<List<JsonElement>> RecordsAsync(SandboxFixture fixture, string policy, string taskId, params (string Name, object Value)[] filters) =>
        Listing.AllAsync(fixture, "ListProtectionPolicyApplications", [("ProtectionPolicyId", policy), ("TaskId", taskId), ("MaxResults", 30), .. filters]);

    private static async Task<string> CategoryAsync(SandboxFixture fixture, string name = "everything") =>
        (await fixture.CallAsync("CreateResourceCategory", ("ResourceCategoryName", name), ("ResourceMatcher", Everything))).Data.Text("ResourceCategoryId");

    private static async Task<string> PolicyAsync(SandboxFixture fixture, string name, string category, string region = "cn-hangzhou") =>
        (await fixture.CallAsync(
            "CreateProtectionPolicy",
            ("ProtectionPolicyName", name),
            ("ProtectionPolicyRegionId", region),
            ("SubProtectionPolicies", SubPolicies("sp-daily")),
            ("BoundResourceCategoryIds", JsonSerializer.Serialize(new[] { category })))).Data.Text("ProtectionPolicyId");

    private static string SubPolicies(string snapshotPolicy) =>
        $$"""[{"SubProtectionPolicyType":"ECS_AUTO_SNAPSHOT_POLICY","Config":"{\"autoSnapshotPolicyId\":\"{{snapshotPolicy}}\"}"}]""";
}
