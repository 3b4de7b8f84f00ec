using System.Net;
using Bdrc.Core.Http.Transport;

namespace Bdrc.Faults.Tests.Connections;

/// <summary>What never answers when a connection is opened.</summary>
public enum Unanswered
{
    /// <summary>The connection request itself.</summary>
    Connect,

    /// <summary>The TLS handshake.</summary>
    Handshake,

    /// <summary>The CONNECT request to a proxy.</summary>
    Tunnel,
}

/// <summary>A peer that never answers, and the handler of the module with a short connect timeout that calls it.</summary>
internal sealed class UnansweredPeer : IDisposable
{
    /// <summary>Real time, because sockets know no other. The peer never answers, so its length decides nothing.</summary>
    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromMilliseconds(100);

    private readonly FullBacklog? _backlog;
    private readonly SilentServer? _server;

    public UnansweredPeer(Unanswered what)
    {
        if (what == Unanswered.Connect)
        {
            FullBacklog.SkipWhereItRefuses();
            _backlog = new FullBacklog();
        }
        else
        {
            _server = new SilentServer();
        }

        Endpoint = what switch
        {
            Unanswered.Connect => _backlog!.Address,
            Unanswered.Handshake => new Uri($"https://127.0.0.1:{_server!.Port}"),
            _ => new Uri("https://bdrc.target.invalid"),
        };
        Route = what == Unanswered.Tunnel
            ? NetworkRoute.Through(_server!.Address, credential: null, ConnectTimeout)
            : NetworkRoute.Into(CreateHandler());
    }

    /// <summary>Creates the handler that calls the peer.</summary>
    public HttpMessageHandler CreateHandler() => SocketHandlerFactory.Create(
        Endpoint.IsLoopback ? new WebProxy() : new WebProxy(_server!.Address), ConnectTimeout);

    public Uri Endpoint { get; }

    public NetworkRoute Route { get; }

    /// <summary>Host and port of the peer that does not answer.</summary>
    public string Authority => _server is null ? Endpoint.Authority : _server.Address.Authority;

    /// <summary>The connections that reached it; null when that cannot be counted.</summary>
    public int? Connections => _server?.Connections;

    public void Dispose()
    {
        _backlog?.Dispose();
        _server?.Dispose();
    }
}
