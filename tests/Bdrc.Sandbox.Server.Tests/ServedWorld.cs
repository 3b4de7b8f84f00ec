using Bdrc.Sandbox.Tests.Clients;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;

namespace Bdrc.Sandbox.Server.Tests;

/// <summary>A sandbox behind Kestrel on a free port, with a clock that stands still.</summary>
public sealed class ServedWorld : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler());

    private ServedWorld(FakeTimeProvider clock, BdrcSandbox sandbox, WebApplication app)
    {
        Clock = clock;
        Sandbox = sandbox;
        _app = app;
        Address = SandboxHost.AddressOf(app);
        Client = new SandboxClient(_http, clock, Address);
    }

    public FakeTimeProvider Clock { get; }

    public BdrcSandbox Sandbox { get; }

    public Uri Address { get; }

    public SandboxClient Client { get; }

    public static async Task<ServedWorld> StartAsync()
    {
        var clock = new FakeTimeProvider(TestWorld.Start);
        var sandbox = new BdrcSandbox(new SandboxOptions { TimeProvider = clock });
        var app = SandboxHost.Build(sandbox, "http://127.0.0.1:0");
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ServedWorld(clock, sandbox, app);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }
}
