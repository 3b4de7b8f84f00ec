using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace Bdrc.Core.Tests.Sockets;

/// <summary>A socket on loopback, for responses that no normal server sends. The derived class handles each connection.</summary>
internal abstract class LoopbackServer : IDisposable, IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;

    /// <summary>Listens at once. The port is not known before the derived class is constructed.</summary>
    protected LoopbackServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public Uri Address => new($"http://127.0.0.1:{Port}");

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
    }

    /// <summary>Stops, and waits until every connection has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        Dispose();
        await _accepting;
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    /// <summary>Serves a connection; it is closed afterwards. It also ends when the client disconnects or the test ends.</summary>
    protected abstract Task ServeAsync(Socket socket, NetworkStream stream, CancellationToken stop);

    /// <summary>The head of a request, with the empty line that ends it; null when the client disconnects before.</summary>
    protected static async Task<string?> ReadHeadAsync(Stream stream, CancellationToken stop)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, stop) == 1)
        {
            head.Append((char)one[0]);
            if (one[0] == '\n' && head.Length >= 4 && head.ToString(head.Length - 4, 4) == "\r\n\r\n")
                return head.ToString();
        }

        return null;
    }

    /// <summary>Sends the last response. Closing before the client does would reset the connection.</summary>
    protected static async Task EndWithAsync(Socket socket, Stream stream, string response, CancellationToken stop)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(response), stop);
        socket.Shutdown(SocketShutdown.Send);
        while (await stream.ReadAsync(new byte[512], stop) > 0)
        {
            // Read the rest that the client sends.
        }
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
        }
        catch (Exception ended) when (
            ended is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The listener was stopped.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            socket.NoDelay = true;
            try
            {
                await using var stream = new NetworkStream(socket);
                await ServeAsync(socket, stream, _stop.Token);
            }
            catch (Exception ended) when (
                ended is OperationCanceledException or IOException or SocketException or ObjectDisposedException or AuthenticationException)
            {
                // The client has disconnected, or the test has ended.
            }
        }
    }
}
