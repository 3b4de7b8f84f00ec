using System.Collections.Concurrent;
using System.Net.Sockets;
using Bdrc.Core.Tests.Sockets;

namespace Bdrc.Module.Tests.Secrets;

/// <summary>A proxy that asks for a password, takes it down, and then refuses the tunnel with it in the answer.</summary>
internal sealed class RefusingProxy : LoopbackServer
{
    /// <summary>The Proxy-Authorization headers that came.</summary>
    public ConcurrentQueue<string> Shown { get; } = new();

    protected override async Task ServeAsync(Socket socket, NetworkStream stream, CancellationToken stop)
    {
        if (await ReadHeadAsync(stream, stop) is not { } head)
            return;

        var shown = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Proxy-Authorization:", StringComparison.OrdinalIgnoreCase));
        if (shown is not null)
            Shown.Enqueue(shown);
        var answer = shown is null
            ? "HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"test\"\r\n"
            : $"HTTP/1.1 403 {shown}\r\n";
        await EndWithAsync(socket, stream, answer + "Content-Length: 0\r\nConnection: close\r\n\r\n", stop);
    }
}
