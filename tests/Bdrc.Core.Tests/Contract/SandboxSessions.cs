namespace Bdrc.Core.Tests.Contract;

/// <summary>The session in process and the one over Kestrel, each held once.</summary>
public sealed class SandboxSessions : IAsyncLifetime
{
    internal SandboxSession InProcess { get; private set; } = null!;

    internal SandboxSession OverSocket { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        InProcess = await SandboxSession.RunAsync(overSocket: false);
        OverSocket = await SandboxSession.RunAsync(overSocket: true);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
