using Bdrc.Sandbox;
using Bdrc.Sandbox.Server;
using Microsoft.AspNetCore.Builder;

namespace Bdrc.Module.Tests.Hosting;

/// <summary>A sandbox behind Kestrel on a free loopback port.</summary>
internal sealed class ServedSandbox : IAsyncDisposable
{
    private readonly WebApplication _application;

    private ServedSandbox(BdrcSandbox sandbox, WebApplication application)
    {
        Sandbox = sandbox;
        _application = application;
    }

    public BdrcSandbox Sandbox { get; }

    public string Address => SandboxHost.AddressOf(_application).ToString();

    /// <summary>The parameters that lead a command to it with the right key.</summary>
    public string Connect => $"Connect-Bdrc cn-shanghai -Endpoint {Address} -AccessKeyId {Options.AccessKeyId} -AccessKeySecret '{Options.AccessKeySecret}' | Out-Null;";

    public SandboxOptions Options { get; private init; } = new();

    public static async Task<ServedSandbox> StartAsync(Action<SandboxOptions>? configure = null)
    {
        var options = new SandboxOptions { TaskDuration = TimeSpan.Zero, RequestsPerSecond = 0 };
        configure?.Invoke(options);
        var sandbox = new BdrcSandbox(options);
        var application = SandboxHost.Build(sandbox, "http://127.0.0.1:0");
        await application.StartAsync(TestContext.Current.CancellationToken);
        return new ServedSandbox(sandbox, application) { Options = options };
    }

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();
}
