using System.Net.NetworkInformation;
using Bdrc.Sandbox;
using Bdrc.Sandbox.Faults;
using Bdrc.Sandbox.Server;
using Microsoft.AspNetCore.Builder;

namespace Bdrc.Module.Tests.Load;

/// <summary>One account: a sandbox of its own behind Kestrel, with its own key and its own tasks.</summary>
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

    /// <summary>Leads a session to it. One call may meet several faults; with ten repeats it cannot meet too many before the others take them.</summary>
    public string Connect =>
        $"Connect-Bdrc cn-shanghai -Endpoint {SandboxHost.AddressOf(_application)} -AccessKeyId {_options.AccessKeyId} -AccessKeySecret '{_options.AccessKeySecret}' -MaxRetry 10 | Out-Null;";

    /// <summary>Connections that clients hold open to it now.</summary>
    public int OpenConnections => IPGlobalProperties.GetIPGlobalProperties()
        .GetActiveTcpConnections()
        .Count(connection => connection.RemoteEndPoint.Port == SandboxHost.AddressOf(_application).Port && connection.State == TcpState.Established);

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

    /// <summary>Lets so many of the next calls go wrong: a third each is refused in JSON, refused with a page, and cut off after it was carried out.</summary>
    public void Disturb(int faults)
    {
        Sandbox.Faults.Add(Fault.Status(503), "DescribeTask", faults / 3);
        Sandbox.Faults.Add(Fault.Status(502, FaultBody.Html), "DescribeTask", faults / 3);
        Sandbox.Faults.Add(Fault.Reset(afterExecution: true), "DescribeTask", faults / 3);
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();
}
