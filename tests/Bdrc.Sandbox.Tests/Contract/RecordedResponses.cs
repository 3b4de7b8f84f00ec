using System.Text.Json;
using System.Text.Json.Nodes;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.Contract;

/// <summary>
/// The responses of a session that calls every operation at least once. Calls that need certain values or a certain order have a
/// line here; the others are derived from the contract.
/// </summary>
public sealed class RecordedResponses : IAsyncLifetime
{
    private readonly SandboxFixture _fixture = new(options => options.ServiceOpened = false);
    private readonly ContractValues _values = new();
    private readonly List<(string Operation, JsonElement Response)> _responses = [];

    public IEnumerable<JsonElement> Of(string operation) =>
        _responses.Where(response => response.Operation == operation).Select(response => response.Response);

    public async ValueTask InitializeAsync()
    {
        await CallAsync("OpenBdrcService");
        Wait();
        await InventoryAsync();
        await PoliciesAsync();
        await CrossAccountsAsync();
        await RemainingAsync();
        await CallAsync("CloseBdrcService");
    }

    public ValueTask DisposeAsync()
    {
        _fixture.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task InventoryAsync()
    {
        await CallAsync("UpdateResources");
        Wait();
        await CallAsync(
            "PrecheckResourceCount", ("TagResourceMatchers", """[{"Key":"env","Operator":"EQUAL","Values":["prod"]}]"""));
        Wait();
        var arn = (await CallAsync("DescribeResources")).Content[0].Text("ResourceArn");
        await CallAsync("CheckRules", ("ResourceArn", arn));
        Wait();
        await CallAsync("DescribeCheckDetails", ("ResourceArn", arn));
    }

    private async Task PoliciesAsync()
    {
        const string Matcher = """{"type":"TAG","operator":"EQUAL","key":"env","values":["prod"]}""";
        var created = await CallAsync(
            "CreateResourceCategory",
            ("ResourceCategoryName", "Mine"),
            ("ResourceMatcher", Matcher),
            ("ResourceType", "ACS::ECS::Instance"));
        var category = created.Data.Text("ResourceCategoryId");
        await CallAsync("UpdateResourceCategory", ("ResourceCategoryId", category), ("ResourceCategoryName", "Still mine"));
        var policy = (await CallAsync(
            "CreateProtectionPolicy",
            ("ProtectionPolicyName", "Daily"),
            ("ProtectionPolicyRegionId", "cn-hangzhou"),
            ("SubProtectionPolicies", SubPolicies("sp-daily")),
            ("BoundResourceCategoryIds", JsonSerializer.Serialize(new[] { category })))).Data.Text("ProtectionPolicyId");
        Wait();
        var task = (await CallAsync("GetProtectionPolicy", ("ProtectionPolicyId", policy))).Data.Text("LatestTaskId");
        await CallAsync("ListProtectionPolicyApplications", ("ProtectionPolicyId", policy), ("TaskId", task));
        await CallAsync("UpdateProtectionPolicy", ("ProtectionPolicyId", policy), ("SubProtectionPolicies", SubPolicies("sp-weekly")));
    }

    private async Task CrossAccountsAsync()
    {
        await CallAsync("EnableCrossAccountManagement");
        await CallAsync("UpdateCrossAccounts", ("CreateTargets", """[{"TargetId":"fd-production","TargetType":"FOLDER"}]"""));
        Wait();
    }

    private async Task RemainingAsync()
    {
        var operations = ContractRequests.Operations.Select(operation => JsonObject.Create(operation)!);
        bool IsCalled(string operation) => operation == "CloseBdrcService" || Of(operation).Any();
        foreach (var operation in ContractValues.Remaining(operations, IsCalled))
        {
            var values = _values.Required(operation).Select(value => (value.Key, (object)value.Value));
            await CallAsync((string)operation["name"]!, [.. values]);
            Wait();
        }
    }

    private async Task<SandboxHttpResponse> CallAsync(string operation, params (string Name, object Value)[] parameters)
    {
        var response = await _fixture.CallAsync(operation, parameters);
        response.MustBe(200);
        _responses.Add((operation, response.Json));
        Keep(operation, response.Json);
        return response;
    }

    /// <summary>Keeps the texts of a response, and of the first item of its lists, for later requests.</summary>
    private void Keep(string operation, JsonElement json)
    {
        foreach (var member in json.EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.String)
                _values.Add(operation, member.Name, member.Value.GetString()!);
            else if (member.Value.ValueKind == JsonValueKind.Object)
                Keep(operation, member.Value);
            else if (member.Value.ValueKind == JsonValueKind.Array && member.Value.GetArrayLength() > 0
                && member.Value[0].ValueKind == JsonValueKind.Object)
                Keep(operation, member.Value[0]);
        }
    }

    private void Wait() => _fixture.Clock.Advance(TimeSpan.FromSeconds(10));

    private static string SubPolicies(string snapshotPolicy) =>
        $$"""[{"SubProtectionPolicyType":"ECS_AUTO_SNAPSHOT_POLICY","Config":"{\"autoSnapshotPolicyId\":\"{{snapshotPolicy}}\"}"}]""";
}
