using System.Net;
using System.Net.Sockets;
using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Http.Transport;

/// <summary>
/// Gives a transport without a connect timeout one. .NET Framework waits for a host that does not respond as long as the
/// operating system does, up to two minutes; so, when no connection to the host is open, one is opened and closed first.
/// </summary>
/// <param name="proxy">The proxy that the transport uses.</param>
/// <param name="hasConnection">Whether the transport has an open connection for an address.</param>
internal sealed class ConnectTimeoutHandler(IWebProxy proxy, Func<Uri, bool> hasConnection) : DelegatingHandler
{
    /// <summary>Opens a connection and closes it again; a test replaces it.</summary>
    public Func<Uri, CancellationToken, Task> ConnectAsync { get; init; } = ConnectToHostAsync;

    /// <summary>Time limit of a connection.</summary>
    public TimeSpan ConnectTimeout { get; init; } = RetryPolicy.ConnectTimeout;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var address = request.RequestUri!;
        if (!hasConnection(address))
            await ProbeAsync(AddressOfPeer(address), HttpCall.Of(request).Clock, cancellationToken).ConfigureAwait(false);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private async Task ProbeAsync(Uri peer, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var timeout = clock.CancelAfter(ConnectTimeout);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            await ConnectAsync(peer, linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException canceled) when (!cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException(canceled.Message, new SocketException((int)SocketError.TimedOut));
        }
        catch (SocketException failure)
        {
            throw new HttpRequestException(failure.Message, failure);
        }
    }

    private Uri AddressOfPeer(Uri address) => proxy.IsBypassed(address) ? address : proxy.GetProxy(address) ?? address;

    private static async Task ConnectToHostAsync(Uri peer, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();

        // .NET Framework takes no token here; disposing the client ends the attempt.
        using (cancellationToken.Register(static state => ((TcpClient)state!).Dispose(), client))
        {
            try
            {
#pragma warning disable CA2016, MA0040 // The overload with a token does not exist on every target framework.
                await client.ConnectAsync(peer.DnsSafeHost, peer.Port).ConfigureAwait(false);
#pragma warning restore CA2016, MA0040
            }
            catch (Exception failure) when (cancellationToken.IsCancellationRequested
                && failure is ObjectDisposedException or SocketException)
            {
                throw new OperationCanceledException(failure.Message, failure, cancellationToken);
            }
        }
    }
}
