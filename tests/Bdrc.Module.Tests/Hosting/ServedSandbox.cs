using System.Diagnostics;
using Bdrc.Sandbox;
using Bdrc.Sandbox.Server;
using Bdrc.Sandbox.Server.Identity;
using Microsoft.AspNetCore.Builder;

namespace Bdrc.Module.Tests.Hosting;

/// <summary>A sandbox behind Kestrel on a free loopback port.</summary>
internal sealed class ServedSandbox : IAsyncDisposable
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);

    private readonly WebApplication _application;

    private ServedSandbox(IdentityServices identity, WebApplication application)
    {
        Identity = identity;
        _application = application;
    }

    public IdentityServices Identity { get; }

    public BdrcSandbox Sandbox => Identity.Sandbox;

    public string Address => SandboxHost.AddressOf(_application).ToString();

    /// <summary>The command that connects to it with its key.</summary>
    public string Connect =>
        $"Connect-Bdrc cn-shanghai -Endpoint {Address} " +
        $"-AccessKeyId {Options.AccessKeyId} -AccessKeySecret '{Options.AccessKeySecret}' | Out-Null;";

    public SandboxOptions Options { get; private init; } = new();

    public static async Task<ServedSandbox> StartAsync(Action<SandboxOptions>? configure = null)
    {
        var options = new SandboxOptions { TaskDuration = TimeSpan.Zero, RequestsPerSecond = 0 };
        configure?.Invoke(options);
        var identity = new IdentityServices(new BdrcSandbox(options));
        var application = SandboxHost.Build(identity, "http://127.0.0.1:0");
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new ServedSandbox(identity, application) { Options = options };
    }

    /// <summary>Waits for the first request of an operation; fails the test when none arrives in time.</summary>
    public async Task WaitForRequestAsync(string operation)
    {
        var started = Stopwatch.GetTimestamp();
        while (!Sandbox.Requests.Any(request => request.Action == operation))
        {
            if (Stopwatch.GetElapsedTime(started) > Deadline)
            {
                var received = string.Join(", ", Sandbox.Requests.Select(request => request.Action));
                Assert.Fail($"No {operation} request arrived within {Deadline.TotalSeconds} seconds. Received: {received}");
            }

            await Task.Yield();
        }
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();
}
