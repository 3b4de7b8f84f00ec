using Bdrc.Sandbox;
using Bdrc.Sandbox.Server;
using Bdrc.Sandbox.Server.Identity;
using Microsoft.AspNetCore.Builder;

namespace Bdrc.Module.Tests.Hosting;

/// <summary>A sandbox behind Kestrel on a free loopback port.</summary>
internal sealed class ServedSandbox : IAsyncDisposable
{
    private readonly WebApplication _application;

    private ServedSandbox(IdentityServices identity, WebApplication application)
    {
        Identity = identity;
        _application = application;
    }

    public IdentityServices Identity { get; }

    public BdrcSandbox Sandbox => Identity.Sandbox;

    public string Address => SandboxHost.AddressOf(_application).ToString();

    /// <summary>The parameters that lead a command to it with the right key.</summary>
    public string Connect => $"Connect-Bdrc cn-shanghai -Endpoint {Address} -AccessKeyId {Options.AccessKeyId} -AccessKeySecret '{Options.AccessKeySecret}' | Out-Null;";

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

    public async ValueTask DisposeAsync() => await _application.DisposeAsync();
}
