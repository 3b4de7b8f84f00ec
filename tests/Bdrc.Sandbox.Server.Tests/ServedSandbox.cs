using Bdrc.Sandbox.Server.Identity;
using Bdrc.Sandbox.Tests.Clients;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Time.Testing;

namespace Bdrc.Sandbox.Server.Tests;

/// <summary>A sandbox and its identity services on a free loopback port, with a clock that only tests advance.</summary>
public sealed class ServedSandbox : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler());

    private ServedSandbox(FakeTimeProvider clock, IdentityServices identity, WebApplication app)
    {
        Clock = clock;
        Identity = identity;
        _app = app;
        Address = SandboxHost.AddressOf(app);
        Client = new SandboxClient(_http, clock, Address);
    }

    public FakeTimeProvider Clock { get; }

    public IdentityServices Identity { get; }

    public BdrcSandbox Sandbox => Identity.Sandbox;

    public Uri Address { get; }

    public SandboxClient Client { get; }

    public static async Task<ServedSandbox> StartAsync()
    {
        var clock = new FakeTimeProvider(SandboxFixture.Start);
        var identity = new IdentityServices(new BdrcSandbox(new SandboxOptions { TimeProvider = clock }));
        var app = SandboxHost.Build(identity, "http://127.0.0.1:0");
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new ServedSandbox(clock, identity, app);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }
}
