using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Operations.Policies;
using Bdrc.Core.Operations.Resources;
using Bdrc.Core.Signing;
using Bdrc.Faults.Tests.Sockets;
using Bdrc.Sandbox;

namespace Bdrc.Faults.Tests.Matrix;

/// <summary>A client over a real socket, with an object for each class of operation.</summary>
internal sealed class FaultFixture : IAsyncDisposable
{
    private const string Secret = "planted-secret-of-the-matrix";

    private readonly FaultyNetwork _network = new();
    private readonly FaultyServer _server;
    private string _taskId = string.Empty;
    private string _resourceArn = string.Empty;
    private string _categoryId = string.Empty;

    private FaultFixture()
    {
        var options = new SandboxOptions { AccessKeySecret = Secret, RequestsPerSecond = 0, TaskDuration = TimeSpan.Zero, Resources = 8 };
        _server = new FaultyServer(new BdrcSandbox(options), new SkippingClock());
        var credentials = new StaticCredentialProvider("test", new AccessCredentials(options.AccessKeyId, Secret, null));
        var state = new ContextState(credentials)
        {
            EndpointIsFixed = true,
            TimeProvider = _server.Clock,
            Route = NetworkRoute.Into(_network),
        };
        Client = BdrcClient.For(ContextFactory.Build("cn-shanghai", _server.Address, options.AccessKeyId, state, isSandbox: false), Report);
    }

    public BdrcClient Client { get; }

    public List<string> Diagnostics { get; } = [];

    /// <summary>The requests of the last call on the wire, and those whose connection was never established.</summary>
    public int Received { get; private set; }

    public static async Task<FaultFixture> CreateAsync()
    {
        var fixture = new FaultFixture();
        fixture._taskId = (await fixture.Client.UpdateResourcesAsync("ACS::OSS::Bucket", default)).TaskId;
        fixture._resourceArn = (await fixture.Client.DescribeResources(new ResourceQuery()).ReadAsync(default))![0].ResourceArn;
        fixture._categoryId = await fixture.Client.CreateResourceCategoryAsync(
            "c", TagMatchers.ForCategory([TagCondition.Exists("env")]), null, default);
        return fixture;
    }

    /// <summary>The number of requests since the fixture was created.</summary>
    public int ReceivedInTotal => _server.Received;

    /// <summary>Responds to the next request without executing it.</summary>
    public void Respond(int status, string body) =>
        _server.Add((exchange, stop) => exchange.WriteAsync(
            status, System.Text.Encoding.UTF8.GetBytes(body), "Content-Type: application/json\r\n", stop), 1);

    /// <summary>Makes one call with a fault.</summary>
    /// <returns>Its exception; null when it succeeded.</returns>
    public async Task<BdrcException?> CallAsync(OperationClass operation, FaultCase fault, int times)
    {
        var before = _server.Received;
        if (fault.Unanswered is { } what)
            _network.Add(what, times);
        else
            _server.Add(fault.Break, times);
        try
        {
            await CallAsync(operation);
            return null;
        }
        catch (BdrcException failure)
        {
            return failure;
        }
        finally
        {
            Received = _server.Received - before + _network.Unsent;
        }
    }

    /// <summary>How often the sandbox executed the operation since the fixture was created.</summary>
    public int Executed(OperationClass operation) =>
        _server.Sandbox.Requests.Count(request => request.Action == NameOf(operation)) - (operation == OperationClass.Start ? 1 : 0);

    public static string NameOf(OperationClass operation) => operation switch
    {
        OperationClass.Read => "DescribeTask",
        OperationClass.Idempotent => "EnableCheckProduct",
        OperationClass.Create => "CreateProtectionPolicy",
        OperationClass.Removal => "DeleteResourceCategory",
        OperationClass.Start => "UpdateResources",
        _ => "CheckRules",
    };

    public void AssertNoSecret(BdrcException? failure)
    {
        lock (Diagnostics)
            Assert.DoesNotContain(Secret, string.Join('\n', Diagnostics) + failure, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync()
    {
        _network.Dispose();
        return _server.DisposeAsync();
    }

    private Task CallAsync(OperationClass operation) => operation switch
    {
        OperationClass.Read => Client.DescribeTaskAsync(_taskId, default),
        OperationClass.Idempotent => Client.EnableCheckProductAsync("ecs", default),
        OperationClass.Create => Client.CreateProtectionPolicyAsync(NewPolicy(), default),
        OperationClass.Removal => Client.DeleteResourceCategoryAsync(_categoryId, default),
        OperationClass.Start => Client.UpdateResourcesAsync(null, default),
        _ => Client.CheckRulesAsync(_resourceArn, null, default),
    };

    private PolicyChange NewPolicy() => new()
    {
        Name = "daily",
        RegionId = "cn-hangzhou",
        ResourceCategoryIds = [_categoryId],
        SubProtectionPolicies = [SubProtectionPolicyJson.ForAutoSnapshotPolicy("sp-daily")],
    };

    private void Report(BdrcDiagnostic message)
    {
        lock (Diagnostics)
            Diagnostics.Add(message.Message);
    }
}
