using System.Collections.Concurrent;
using System.Net.Sockets;
using Bdrc.Core.Tests.Sockets;

namespace Bdrc.Module.Tests.Secrets;

/// <summary>A proxy that requests a password, records it, and refuses the tunnel with a response that contains it.</summary>
internal sealed class RefusingProxy : LoopbackServer
{
    /// <summary>The Proxy-Authorization headers that were received.</summary>
    public ConcurrentQueue<string> AuthorizationHeaders { get; } = new();

    protected override async Task ServeAsync(Socket socket, NetworkStream stream, CancellationToken stop)
    {
        if (await ReadHeadAsync(stream, stop) is not { } head)
            return;

        var header = head.Split("\r\n").FirstOrDefault(line => line.StartsWith("Proxy-Authorization:", StringComparison.OrdinalIgnoreCase));
        if (header is not null)
            AuthorizationHeaders.Enqueue(header);
        var response = header is null
            ? "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"test\"\r\n"
            : $"HTTP/1.1 403 {header}\r\n";
        await EndWithAsync(socket, stream, response + "Content-Length: 0\r\nConnection: close\r\n\r\n", stop);
    }
}
