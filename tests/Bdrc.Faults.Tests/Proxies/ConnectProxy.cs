using System.Net.Sockets;
using System.Text;
using Bdrc.Core.Tests.Sockets;

namespace Bdrc.Faults.Tests.Proxies;

/// <summary>An HTTP proxy with a fixed response to CONNECT. It acts as the target when it opens the tunnel.</summary>
/// <param name="answer">The response to CONNECT; null closes the connection without a response.</param>
internal sealed class ConnectProxy(string? response) : LoopbackServer
{
    /// <summary>The head of each request to the proxy.</summary>
    public List<string> Heads { get; } = [];

    /// <summary>The bytes that reached the target.</summary>
    public List<byte> ToTarget { get; } = [];

    protected override async Task ServeAsync(Socket socket, NetworkStream stream, CancellationToken stop)
    {
        while (await ReadHeadAsync(stream, stop) is { } head)
        {
            lock (Heads)
                Heads.Add(head);
            if (response is null)
                return;

            await stream.WriteAsync(Encoding.ASCII.GetBytes(response), stop);
            if (response.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
            {
                await ActAsTargetAsync(stream, stop);
                return;
            }
        }
    }

    // The first bytes must be a TLS ClientHello. The response is not TLS.
    private async Task ActAsTargetAsync(NetworkStream stream, CancellationToken stop)
    {
        var greeting = new byte[4096];
        var length = await stream.ReadAsync(greeting, stop);
        lock (ToTarget)
            ToTarget.AddRange(greeting.Take(length));
        await stream.WriteAsync("SSH-2.0-OpenSSH_9.9\r\n"u8.ToArray(), stop);
    }
}
