using System.Text.Json;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.Contract;

/// <summary>A session that calls every operation at least once, in an order that makes sense.</summary>
public sealed class RecordedResponses : IAsyncLifetime
{
    private readonly SandboxFixture _world = new(options => options.ServiceOpened = false);
    private readonly List<(string Operation, JsonElement Answer)> _answers = [];

    public IEnumerable<JsonElement> Of(string operation) => _answers.Where(response => response.Operation == operation).Select(response => response.Answer);

    public async ValueTask InitializeAsync()
    {
        await CallAsync("OpenBdrcService");
        Wait();
        await CallAsync("GetBdrcService");
        await CallAsync("DescribeRegions");
        await InventoryAsync();
        await PoliciesAsync();
        await CrossAccountsAsync();
        await CallAsync("CloseBdrcService");
    }

    public ValueTask DisposeAsync()
    {
        _world.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task InventoryAsync()
    {
        var task = (await CallAsync("UpdateResources")).TaskId;
        Wait();
        await CallAsync("DescribeTask", ("TaskId", task));
        await CallAsync("DescribeTasks");
        await CallAsync("PrecheckResourceCount", ("TagResourceMatchers", """[{"Key":"env","Operator":"EQUAL","Values":["prod"]}]"""));
        Wait();
        var arn = (await CallAsync("DescribeResources")).Content[0].Text("ResourceArn");
        await CallAsync("DescribeTopRiskyResources");
        await CallAsync("DescribeProducts");
        await CallAsync("DescribeProductDataRedundancyTypeStat", ("ProductType", "oss"));
        await CallAsync("DisableCheckProduct", ("ProductType", "ots"));
        await CallAsync("EnableCheckProduct", ("ProductType", "ots"));
        await CallAsync("DisableCheckResource", ("ResourceArn", arn));
        await CallAsync("EnableCheckResource", ("ResourceArn", arn));
        await CallAsync("DescribeRules");
        await CallAsync("CheckRules", ("ResourceArn", arn));
        Wait();
        await CallAsync("DescribeCheckDetails", ("ResourceArn", arn));
    }

    private async Task PoliciesAsync()
    {
        const string Matcher = """{"type":"TAG","operator":"EQUAL","key":"env","values":["prod"]}""";
        var category = (await CallAsync("CreateResourceCategory", ("ResourceCategoryName", "Mine"), ("ResourceMatcher", Matcher), ("ResourceType", "ACS::ECS::Instance")))
            .Data.Text("ResourceCategoryId");
        await CallAsync("UpdateResourceCategory", ("ResourceCategoryId", category), ("ResourceCategoryName", "Still mine"));
        await CallAsync("GetResourceCategory", ("ResourceCategoryId", category));
        await CallAsync("ListResourceCategories");
        var policy = (await CallAsync(
            "CreateProtectionPolicy",
            ("ProtectionPolicyName", "Daily"),
            ("ProtectionPolicyRegionId", "cn-hangzhou"),
            ("SubProtectionPolicies", SubPolicies("sp-daily")),
            ("BoundResourceCategoryIds", JsonSerializer.Serialize(new[] { category })))).Data.Text("ProtectionPolicyId");
        Wait();
        var task = (await CallAsync("GetProtectionPolicy", ("ProtectionPolicyId", policy))).Data.Text("LatestTaskId");
        await CallAsync("ListProtectionPolicies");
        await CallAsync("ListProtectionPolicyApplications", ("ProtectionPolicyId", policy), ("TaskId", task));
        await CallAsync("UpdateProtectionPolicy", ("ProtectionPolicyId", policy), ("SubProtectionPolicies", SubPolicies("sp-weekly")));
        var message = (await CallAsync("ListMessages")).Content[0].Text("MessageId");
        await CallAsync("GetMessage", ("MessageId", message));
        await CallAsync("DeleteProtectionPolicy", ("ProtectionPolicyId", policy));
        await CallAsync("DeleteResourceCategory", ("ResourceCategoryId", category));
    }

    private async Task CrossAccountsAsync()
    {
        await CallAsync("EnableCrossAccountManagement");
        await CallAsync("UpdateCrossAccounts", ("CreateTargets", """[{"TargetId":"fd-production","TargetType":"FOLDER"}]"""));
        Wait();
        await CallAsync("ListCrossAccounts");
    }

    private async Task<SandboxHttpResponse> CallAsync(string operation, params (string Name, object Value)[] parameters)
    {
        var response = await _world.CallAsync(operation, parameters);
        response.MustBe(200);
        _answers.Add((operation, response.Json));
        return response;
    }

    private void Wait() => _world.Clock.Advance(TimeSpan.FromSeconds(10));

    private static string SubPolicies(string snapshotPolicy) =>
        $$"""[{"SubProtectionPolicyType":"ECS_AUTO_SNAPSHOT_POLICY","Config":"{\"autoSnapshotPolicyId\":\"{{snapshotPolicy}}\"}"}]""";
}
