using Bdrc.Sandbox.Server.Identity;
using Bdrc.Sandbox.Tests.Clients;
using Microsoft.Extensions.Time.Testing;

namespace Bdrc.Sandbox.Server.Tests.Clients;

/// <summary>A sandbox with identity services, both without a network, and a clock that only tests advance.</summary>
public sealed class IdentityFixture : IDisposable
{
    private readonly HttpMessageInvoker _http;

    public IdentityFixture(Action<SandboxOptions>? configure = null)
    {
        var options = new SandboxOptions { TimeProvider = Clock, RequestsPerSecond = 0, TaskDuration = TimeSpan.FromSeconds(10) };
        configure?.Invoke(options);
        Identity = new IdentityServices(new BdrcSandbox(options));
        _http = new HttpMessageInvoker(Identity.CreateHandler());
        Client = new SandboxClient(_http, Clock) { AccessKeyId = options.AccessKeyId, AccessKeySecret = options.AccessKeySecret };
    }

    public FakeTimeProvider Clock { get; } = new(SandboxFixture.Start);

    public IdentityServices Identity { get; }

    public BdrcSandbox Sandbox => Identity.Sandbox;

    public SandboxClient Client { get; }

    public void Dispose() => _http.Dispose();
}
