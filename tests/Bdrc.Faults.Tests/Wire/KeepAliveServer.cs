using System.Net.Sockets;
using System.Text;
using Bdrc.Core.Tests.Sockets;
using Bdrc.Faults.Tests.Sockets;

namespace Bdrc.Faults.Tests.Wire;

/// <summary>How a connection ends after a request has arrived.</summary>
public enum Ending
{
    /// <summary>The peer closes it without a response.</summary>
    Closed,

    /// <summary>The peer resets it.</summary>
    Reset,

    /// <summary>The peer closes it within the status line.</summary>
    ClosedInTheStatusLine,

    /// <summary>The peer closes it within the body.</summary>
    ClosedInTheBody,
}

/// <summary>
/// A server that keeps connections open and counts what arrives on the wire. It serves a number of requests and then ends the
/// connection of each further request.
/// </summary>
/// <param name="ending">How it ends a connection.</param>
/// <param name="served">The number of requests that it serves before.</param>
internal sealed class KeepAliveServer(Ending ending, int served) : LoopbackServer
{
    private const string OkHead = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n";
    private readonly List<string> _nonces = [];
    private int _connections;

    /// <summary>The number of connections.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>The nonce of each request, in order.</summary>
    public IReadOnlyList<string> Nonces
    {
        get
        {
            lock (_nonces)
                return [.. _nonces];
        }
    }

    protected override async Task ServeAsync(Socket socket, NetworkStream stream, CancellationToken stop)
    {
        Interlocked.Increment(ref _connections);
        while (await HttpExchange.ReadAsync(stream, stop) is { } request)
        {
            var nonce = request.Headers.First(header => header.Key.Equals("x-acs-signature-nonce", StringComparison.Ordinal)).Value;
            int count;
            lock (_nonces)
            {
                _nonces.Add(nonce);
                count = _nonces.Count;
            }

            if (count > served)
            {
                await EndAsync(socket, stream, stop);
                return;
            }

            await SendAsync(stream, request.Method == "HEAD" ? OkHead : OkHead + "{}", stop);
        }
    }

    private Task EndAsync(Socket socket, NetworkStream stream, CancellationToken stop)
    {
        switch (ending)
        {
            case Ending.Reset:
                socket.LingerState = new LingerOption(enable: true, seconds: 0);
                socket.Close();
                return Task.CompletedTask;
            case Ending.ClosedInTheStatusLine:
                return SendAsync(stream, "HTTP/1.1 20", stop);
            case Ending.ClosedInTheBody:
                return SendAsync(stream, "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{", stop);
            default:
                return Task.CompletedTask;
        }
    }

    private static Task SendAsync(NetworkStream stream, string text, CancellationToken stop) =>
        stream.WriteAsync(Encoding.ASCII.GetBytes(text), stop).AsTask();
}
