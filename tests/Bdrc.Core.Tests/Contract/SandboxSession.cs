using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Operations.CrossAccounts;
using Bdrc.Core.Operations.Messages;
using Bdrc.Core.Operations.Policies;
using Bdrc.Core.Operations.Resources;
using Bdrc.Core.Signing;
using Bdrc.Sandbox;
using Bdrc.Sandbox.CrossAccounts;
using Bdrc.Sandbox.Server;
using Bdrc.Sandbox.Tests.Contract;

namespace Bdrc.Core.Tests.Contract;

/// <summary>
/// A session with the sandbox that calls every operation. Calls that need certain values or a certain order have a line here; the
/// others are derived from the contract.
/// </summary>
internal sealed class SandboxSession
{
    private readonly Dictionary<string, object> _results = new(StringComparer.Ordinal);
    private readonly ContractValues _values = new();
    private readonly BdrcClient _client;

    private SandboxSession(BdrcClient client) => _client = client;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The result of each operation; of a list, the first page.</summary>
    public IReadOnlyDictionary<string, object> Results => _results;

    public static async Task<SandboxSession> RunAsync(bool overSocket)
    {
        var options = new SandboxOptions { TaskDuration = TimeSpan.Zero, RequestsPerSecond = 0, ServiceOpened = false };
        var sandbox = new BdrcSandbox(options);
        if (!overSocket)
            return await RunAsync(
                options, new Uri($"https://{Guid.NewGuid():N}.sandbox.invalid"), sandbox.CreateHandler());

        await using var application = SandboxHost.Build(sandbox, "http://127.0.0.1:0");
        await application.StartAsync(Stop);
        return await RunAsync(options, SandboxHost.AddressOf(application), transport: null);
    }

    private static async Task<SandboxSession> RunAsync(SandboxOptions options, Uri endpoint, HttpMessageHandler? transport)
    {
        var state = new ContextState(
            new StaticCredentialProvider("sandbox", new AccessCredentials(options.AccessKeyId, options.AccessKeySecret, null)))
        {
            Route = transport is null ? NetworkRoute.Default : NetworkRoute.Into(transport),
            EndpointIsFixed = true,
        };
        var session = new SandboxSession(
            BdrcClient.For(ContextFactory.Build("cn-shanghai", endpoint, options.AccessKeyId, state, isSandbox: true), null));
        await session.KeepAsync("OpenBdrcService", session._client.OpenBdrcServiceAsync(Stop));
        await session.InventoryAsync();
        await session.RulesAsync();
        await session.PoliciesAsync();
        await session.CrossAccountsAsync();
        await session.RemainingAsync();
        await session.KeepAsync("CloseBdrcService", session._client.CloseBdrcServiceAsync(Stop));
        return session;
    }

    private async Task InventoryAsync()
    {
        await KeepAsync("UpdateResources", _client.UpdateResourcesAsync("ACS::ECS::Instance", Stop));
        await KeepAsync("DescribeTasks", _client.DescribeTasks("COMPLETE", "UPDATE_RESOURCES", 10));
        var count = TagMatchers.ForCount([TagCondition.Create("EQUAL", "env", ["prod"])]);
        await KeepAsync("PrecheckResourceCount", _client.PrecheckResourceCountAsync("ACS::ECS::Instance", count, Stop));
        await KeepAsync("DescribeResources", _client.DescribeResources(
            new ResourceQuery { ResourceType = "ACS::ECS::Instance", SortBy = "protectionScore", SortOrder = "ASC", PageSize = 10 }));
        await KeepAsync("DescribeTopRiskyResources", _client.DescribeTopRiskyResourcesAsync(
            "ACS::ECS::Instance", null, [SandboxAccounts.AccountId], Stop));
        await KeepAsync("DescribeProducts", _client.DescribeProductsAsync("oss", "cn-hangzhou", null, null, Stop));
        await KeepAsync(
            "DescribeProductDataRedundancyTypeStat", _client.DescribeProductDataRedundancyTypeStatAsync("oss", null, null, Stop));
    }

    private async Task RulesAsync()
    {
        var arn = ((IReadOnlyList<BdrcResource>)_results["DescribeResources"])[0].ResourceArn;
        var rules = await KeepAsync("DescribeRules", _client.DescribeRules("ACS::ECS::Instance", null, null, null, 10));
        await KeepAsync("CheckRules", _client.CheckRulesAsync(arn, rules[0].RuleId, Stop));
        await KeepAsync("DescribeCheckDetails", _client.DescribeCheckDetails(arn, rules[0].RuleId, 10));
    }

    private async Task PoliciesAsync()
    {
        var matcher = TagMatchers.ForCategory([TagCondition.Exists("env")]);
        var category = await KeepAsync(
            "CreateResourceCategory", _client.CreateResourceCategoryAsync("mine", matcher, "ACS::ECS::Instance", Stop));
        await KeepAsync("UpdateResourceCategory", _client.UpdateResourceCategoryAsync(category, "still mine", matcher, Stop));
        await KeepAsync("ListResourceCategories", _client.ListResourceCategories(category, 10));
        var id = await KeepAsync("CreateProtectionPolicy", _client.CreateProtectionPolicyAsync(Policy("sp-daily", category), Stop));
        var policy = await KeepAsync("GetProtectionPolicy", _client.GetProtectionPolicyAsync(id, Stop));
        await KeepAsync("ListProtectionPolicies", _client.ListProtectionPolicies(id, "cn-hangzhou", 10));
        await KeepAsync("ListProtectionPolicyApplications", _client.ListProtectionPolicyApplications(
            new ApplicationQuery { ProtectionPolicyId = id, TaskId = policy.LatestTaskId! }));
        await KeepAsync("UpdateProtectionPolicy", _client.UpdateProtectionPolicyAsync(id, Policy("sp-weekly", category), Stop));
        await KeepAsync(
            "ListMessages", _client.ListMessages(new MessageQuery { LaterThan = DateTimeOffset.UtcNow.AddHours(-1), Level = "WARNING" }));
    }

    private async Task CrossAccountsAsync()
    {
        await KeepAsync("EnableCrossAccountManagement", _client.EnableCrossAccountManagementAsync(Stop));
        await KeepAsync(
            "UpdateCrossAccounts", _client.UpdateCrossAccountsAsync([new("fd-production", "FOLDER")], deleteTargets: null, Stop));
        await KeepAsync("ListCrossAccounts", _client.ListCrossAccounts(new CrossAccountQuery { TargetType = "ACCOUNT" }));
    }

    private async Task RemainingAsync()
    {
        bool IsCalled(string operation) => operation == "CloseBdrcService" || _results.ContainsKey(operation);
        foreach (var contract in ContractValues.Remaining(ContractFile.Operations, IsCalled))
        {
            var operation = (string)contract["name"]!;
            var values = _values.Required(contract);
            var result = await OperationCalls.For(operation, values.GetValueOrDefault)(_client, Stop);
            _results.Add(operation, (result.Items ?? result.Value)!);
            Keep(operation, _results[operation]);
        }
    }

    private static PolicyChange Policy(string snapshotPolicy, string category) => new()
    {
        Name = "daily",
        RegionId = "cn-hangzhou",
        ResourceCategoryIds = [category],
        SubProtectionPolicies = [SubProtectionPolicyJson.ForAutoSnapshotPolicy(snapshotPolicy)],
    };

    private async Task<T> KeepAsync<T>(string operation, Task<T> call)
    {
        var result = await call;
        _results.Add(operation, result!);
        Keep(operation, result!);
        return result;
    }

    /// <summary>Keeps the texts of a result, and of the first item of a list, for later calls.</summary>
    private void Keep(string operation, object result)
    {
        if (result is IEnumerable<object> items)
            result = items.First();
        if (result is string id)
        {
            // A confirmation has no data; its text is the request id.
            if (ContractFile.Operation(operation)["response"]!["properties"]!["Data"] is { } data)
                _values.Add(operation, data["properties"]!.AsObject().Single().Key, id);
            return;
        }

        foreach (var property in result.GetType().GetProperties().Where(property => property.PropertyType == typeof(string)))
        {
            if (property.GetValue(result) is string text)
                _values.Add(operation, property.Name, text);
        }
    }

    private async Task<IReadOnlyList<T>> KeepAsync<T>(string operation, PageReader<T> pages) =>
        await KeepAsync<IReadOnlyList<T>>(operation, ReadAsync(pages));

    private static async Task<IReadOnlyList<T>> ReadAsync<T>(PageReader<T> pages) => await pages.ReadAsync(Stop) ?? [];
}

/// <summary>The session in process and the one over Kestrel, each run once.</summary>
public sealed class SandboxSessions : IAsyncLifetime
{
    internal SandboxSession InProcess { get; private set; } = null!;

    internal SandboxSession OverSocket { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        InProcess = await SandboxSession.RunAsync(overSocket: false);
        OverSocket = await SandboxSession.RunAsync(overSocket: true);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
