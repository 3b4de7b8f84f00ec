using System.Net.NetworkInformation;
using Bdrc.Sandbox;
using Bdrc.Sandbox.Faults;
using Bdrc.Sandbox.Server;
using Microsoft.AspNetCore.Builder;

namespace Bdrc.Module.Tests.Load;

/// <summary>One account: its own sandbox behind Kestrel, with its own key and tasks.</summary>
internal sealed class LoadAccount : IAsyncDisposable
{
    private const int Tasks = 50;

    private readonly WebApplication _application;
    private readonly SandboxOptions _options;

    private LoadAccount(SandboxOptions options)
    {
        _options = options;
        Sandbox = new BdrcSandbox(options);
        _application = SandboxHost.Build(Sandbox, "http://127.0.0.1:0");
    }

    public BdrcSandbox Sandbox { get; }

    /// <summary>
    /// Connects a session to it. One call can meet several faults: ten retries are enough until other calls have met the rest.
    /// </summary>
    public string Connect =>
        $"Connect-Bdrc cn-shanghai -Endpoint {Address} " +
        $"-AccessKeyId {_options.AccessKeyId} -AccessKeySecret '{_options.AccessKeySecret}' -MaxRetry 10 | Out-Null;";

    /// <summary>Connections that clients hold open to it now.</summary>
    public int OpenConnections => IPGlobalProperties.GetIPGlobalProperties()
        .GetActiveTcpConnections()
        .Count(connection => connection.RemoteEndPoint.Port == Address.Port && connection.State == TcpState.Established);

    private Uri Address => SandboxHost.AddressOf(_application);

    public static async Task<LoadAccount> StartAsync(string accessKeyId, int seed)
    {
        var account = new LoadAccount(new SandboxOptions
        {
            AccessKeyId = accessKeyId,
            AccessKeySecret = "secret-of-" + accessKeyId,
            FinishedTasks = Tasks,
            RequestsPerSecond = 0,
            Seed = seed,
            TaskDuration = TimeSpan.Zero,
        });
        await account._application.StartAsync().ConfigureAwait(false);
        return account;
    }

    /// <summary>
    /// Adds faults to the next calls: a third are rejected with JSON, a third with an HTML page, and a third are executed but
    /// their connection is reset before the response.
    /// </summary>
    public void AddFaults(int faults)
    {
        Sandbox.Faults.Add(Fault.Status(503), "DescribeTask", faults / 3);
        Sandbox.Faults.Add(Fault.Status(502, FaultBody.Html), "DescribeTask", faults / 3);
        Sandbox.Faults.Add(Fault.Reset(afterExecution: true), "DescribeTask", faults / 3);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
