using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Http;
using Bdrc.Core.Operations.Resources;
using Bdrc.Core.Signing;
using Bdrc.Faults.Tests.Sockets;
using Bdrc.Sandbox;
using Bdrc.Sandbox.Rules;

namespace Bdrc.Faults.Tests.Matrix;

/// <summary>A client on a real socket, with a thing of each class of operation to work on.</summary>
internal sealed class FaultWorld : IAsyncDisposable
{
    private const string Secret = "planted-secret-of-the-matrix";

    private readonly FaultyServer _server;
    private string _taskId = string.Empty;
    private string _resourceArn = string.Empty;
    private string _categoryId = string.Empty;

    private FaultWorld()
    {
        var options = new SandboxOptions { AccessKeySecret = Secret, RequestsPerSecond = 0, TaskDuration = TimeSpan.Zero, Resources = 8 };
        _server = new FaultyServer(new BdrcSandbox(options), new SkippingClock());
        var credentials = new StaticCredentialProvider("test", new AccessCredentials(options.AccessKeyId, Secret, null));
        var state = new ContextState(credentials) { EndpointIsFixed = true, TimeProvider = _server.Clock };
        Client = BdrcClient.For(ContextFactory.Build("cn-shanghai", _server.Address, options.AccessKeyId, state, isSandbox: false), Report);
    }

    public BdrcClient Client { get; }

    public List<string> Said { get; } = [];

    public int Received { get; private set; }

    public static async Task<FaultWorld> CreateAsync()
    {
        var world = new FaultWorld();
        world._taskId = (await world.Client.UpdateResourcesAsync("ACS::OSS::Bucket", default)).TaskId;
        world._resourceArn = (await world.Client.DescribeResources(new ResourceQuery()).ReadAsync(default))![0].ResourceArn;
        world._categoryId = await world.Client.CreateResourceCategoryAsync(
            "c", TagMatchers.ForCategory([TagCondition.Exists("env")]), null, default);
        return world;
    }

    /// <summary>How many requests came since the world was made.</summary>
    public int Arrived => _server.Received;

    /// <summary>Answers the next request with this, and does nothing else.</summary>
    public void Answer(int status, string body) =>
        _server.Add((exchange, stop) => exchange.WriteAsync(status, System.Text.Encoding.UTF8.GetBytes(body), "Content-Type: application/json\r\n", stop), 1);

    /// <summary>Makes one call while things go wrong.</summary>
    /// <returns>Its failure; null when it went well.</returns>
    public async Task<BdrcException?> CallAsync(OperationClass operation, FaultCase fault, int times)
    {
        var before = _server.Received;
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
            Received = _server.Received - before;
        }
    }

    /// <summary>How often the sandbox carried the last call out, since the world was made.</summary>
    public int Executed(OperationClass operation) =>
        _server.Sandbox.Requests.Count(request => request.Action == NameOf(operation)) - (operation == OperationClass.Start ? 1 : 0);

    public static string NameOf(OperationClass operation) => operation switch
    {
        OperationClass.Read => "DescribeTask",
        OperationClass.Idempotent => "EnableCheckProduct",
        OperationClass.Removal => "DeleteResourceCategory",
        OperationClass.Start => "UpdateResources",
        _ => "CheckRules",
    };

    public void DemandNoSecret(BdrcException? failure)
    {
        lock (Said)
            Assert.DoesNotContain(Secret, string.Join('\n', Said) + failure, StringComparison.Ordinal);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Task CallAsync(OperationClass operation) => operation switch
    {
        OperationClass.Read => Client.DescribeTaskAsync(_taskId, default),
        OperationClass.Idempotent => Client.EnableCheckProductAsync("ecs", default),
        OperationClass.Removal => Client.DeleteResourceCategoryAsync(_categoryId, default),
        OperationClass.Start => Client.UpdateResourcesAsync(null, default),
        _ => Client.CheckRulesAsync(_resourceArn, null, default),
    };

    private void Report(BdrcDiagnostic message)
    {
        lock (Said)
            Said.Add(message.Message);
    }
}
