using Bdrc.Core.Http.Transport;
using Bdrc.Faults.Tests.Connections;

namespace Bdrc.Faults.Tests.Matrix;

/// <summary>
/// The handler of the module. It connects the next requests to a peer that never answers, and the others to their host.
/// </summary>
internal sealed class FaultyNetwork : HttpMessageHandler
{
    private static readonly HttpMessageInvoker Direct = new(SocketHandlerFactory.Create(proxy: null));
    private UnansweredPeer? _peer;
    private HttpMessageInvoker? _toPeer;
    private int _left;

    /// <summary>The number of requests that were connected to the peer.</summary>
    public int Unsent { get; private set; }

    public void Add(Unanswered what, int times)
    {
        _peer = new UnansweredPeer(what);
        _toPeer = new HttpMessageInvoker(_peer.CreateHandler());
        _left = times;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_left == 0)
            return await Direct.SendAsync(request, cancellationToken);

        _left--;
        Unsent++;
        var address = request.RequestUri;
        request.RequestUri = _peer!.Endpoint;
        try
        {
            return await _toPeer!.SendAsync(request, cancellationToken);
        }
        finally
        {
            request.RequestUri = address;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _toPeer?.Dispose();
            _peer?.Dispose();
        }

        base.Dispose(disposing);
    }
}
