using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Input;

/// <summary>One engine, connected to one served sandbox.</summary>
public sealed class BadInputSession : IAsyncLifetime
{
    internal ServedSandbox Served { get; private set; } = null!;

    internal Engine Engine { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Served = await ServedSandbox.StartAsync();
        Engine.Run(Served.Connect);
    }

    public async ValueTask DisposeAsync()
    {
        Engine.Dispose();
        await Served.DisposeAsync();
    }
}
