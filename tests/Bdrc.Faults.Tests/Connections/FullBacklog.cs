using System.Net;
using System.Net.Sockets;

namespace Bdrc.Faults.Tests.Connections;

/// <summary>
/// An address that swallows connection requests, as a firewall does that drops packets: a listener that never accepts, whose
/// queue is full. Linux then ignores further requests; other systems refuse them.
/// </summary>
internal sealed class FullBacklog : IDisposable
{
    private const int MoreThanTheQueue = 8;

    private readonly Socket _listener = new(SocketType.Stream, ProtocolType.Tcp);
    private readonly List<Socket> _queue = [];

    public FullBacklog()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _listener.Listen(0);
        for (var i = 0; i < MoreThanTheQueue; i++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { Blocking = false };
            _queue.Add(socket);
            try
            {
                socket.Connect(_listener.LocalEndPoint!);
            }
            catch (SocketException waiting) when (waiting.SocketErrorCode is SocketError.WouldBlock or SocketError.InProgress)
            {
                // It stays in the queue, or waits for a place in it.
            }
        }
    }

    public Uri Address => new("https://" + _listener.LocalEndPoint);

    /// <summary>Skips a test on systems that refuse what the queue cannot hold.</summary>
    public static void SkipWhereItRefuses() => Assert.SkipUnless(OperatingSystem.IsLinux(), "This system refuses a full queue.");

    public void Dispose()
    {
        _queue.ForEach(static socket => socket.Dispose());
        _listener.Dispose();
    }
}
