using System.Net.Sockets;
using System.Text;
using Bdrc.Core.Tests.Sockets;

namespace Bdrc.Faults.Tests.Proxies;

/// <summary>An HTTP proxy that answers CONNECT as it is told, and plays the target itself where it lets one through.</summary>
/// <param name="answer">What CONNECT is answered; null closes the connection without a word.</param>
internal sealed class ConnectProxy(string? answer) : LoopbackServer
{
    /// <summary>The head of every request to the proxy.</summary>
    public List<string> Heads { get; } = [];

    /// <summary>What came through to the target.</summary>
    public List<byte> ToTarget { get; } = [];

    protected override async Task ServeAsync(Socket socket, NetworkStream stream, CancellationToken stop)
    {
        while (await ReadHeadAsync(stream, stop) is { } head)
        {
            lock (Heads)
                Heads.Add(head);
            if (answer is null)
                return;

            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), stop);
            if (answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
            {
                await PlayTargetAsync(stream, stop);
                return;
            }
        }
    }

    // The first thing that comes, which must be the greeting of TLS; the answer is none of TLS.
    private async Task PlayTargetAsync(NetworkStream stream, CancellationToken stop)
    {
        var greeting = new byte[4096];
        var length = await stream.ReadAsync(greeting, stop);
        lock (ToTarget)
            ToTarget.AddRange(greeting.Take(length));
        await stream.WriteAsync("SSH-2.0-OpenSSH_9.9\r\n"u8.ToArray(), stop);
    }
}
