using System.Net.Sockets;
using Bdrc.Core.Tests.Sockets;

namespace Bdrc.Faults.Tests.Connections;

/// <summary>Accepts connections, reads what it is sent and never responds: no TLS handshake, no response to CONNECT.</summary>
internal sealed class SilentServer : LoopbackServer
{
    private int _connections;

    /// <summary>The number of connections that sent anything.</summary>
    public int Connections => Volatile.Read(ref _connections);

    protected override async Task ServeAsync(Socket socket, NetworkStream stream, CancellationToken stop)
    {
        var buffer = new byte[4096];
        if (await stream.ReadAsync(buffer, stop) == 0)
            return;

        Interlocked.Increment(ref _connections);
        while (await stream.ReadAsync(buffer, stop) > 0)
        {
            // The peer waits for a response until it gives up.
        }
    }
}
