using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Signing;
using Bdrc.Sandbox;
using Microsoft.Extensions.Time.Testing;

namespace Bdrc.Core.Tests.Tasks;

/// <summary>A client of a sandbox. The test advances the clock of both.</summary>
internal sealed class SandboxContext
{
    public SandboxContext(Action<SandboxOptions>? configure = null)
    {
        var options = new SandboxOptions { TimeProvider = Clock, RequestsPerSecond = 0 };
        configure?.Invoke(options);
        Sandbox = new BdrcSandbox(options);
        var provider = new StaticCredentialProvider("sandbox", new AccessCredentials(options.AccessKeyId, options.AccessKeySecret, null));
        var state = new ContextState(provider)
        {
            Route = NetworkRoute.Into(Sandbox.CreateHandler()),
            TimeProvider = Clock,
            Jitter = () => 0,
            EndpointIsFixed = true,
        };

        // A host of its own, because calls to one host share the wait after throttling.
        var endpoint = new Uri($"https://{Guid.NewGuid():N}.sandbox.invalid");
        Context = ContextFactory.Build("cn-shanghai", endpoint, options.AccessKeyId, state, isSandbox: true);
        Client = BdrcClient.For(Context, Messages.Add);
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero)) { };

    public BdrcSandbox Sandbox { get; }

    public BdrcContext Context { get; }

    public BdrcClient Client { get; }

    public List<BdrcDiagnostic> Messages { get; } = [];

    /// <summary>Advances the clock in steps until the work has ended.</summary>
    public async Task<T> RunAsync<T>(Task<T> work, TimeSpan step)
    {
        for (var i = 0; i < 10_000 && !work.IsCompleted; i++)
        {
            Clock.Advance(step);
            await Task.Yield();
        }

        return await work.WaitAsync(TimeSpan.FromSeconds(30));
    }
}
