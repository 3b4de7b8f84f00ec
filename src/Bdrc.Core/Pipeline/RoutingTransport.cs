using Bdrc.Text;

namespace Bdrc.Core.Pipeline;

/// <summary>The end of the chain: the sandbox of the call's context where there is one, else the network.</summary>
internal sealed class RoutingTransport : HttpMessageHandler
{
    private readonly HttpMessageInvoker _network = new(CreateNetworkHandler());

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        using var timeout = call.State.TimeProvider.CancelAfter(call.AttemptTimeout);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            var response = await (call.State.Transport ?? _network).SendAsync(request, linked.Token).ConfigureAwait(false);
            await BufferedBody.FillAsync(response, linked.Token).ConfigureAwait(false);
            return response;
        }
        catch (OperationCanceledException stopped) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(Messages.NoCompleteAnswer.Fill(call.AttemptTimeout.TotalSeconds), stopped);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _network.Dispose();
        base.Dispose(disposing);
    }

#if NET
    private static SocketsHttpHandler CreateNetworkHandler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            // Each further method would cost every request a header value of its own; services speak gzip.
            AutomaticDecompression = System.Net.DecompressionMethods.GZip,
            ConnectTimeout = RetryPolicy.ConnectTimeout,
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),

            // An answer that is given up is not read to its end first: that would hold a stop back for two seconds.
            MaxResponseDrainSize = 0,
            ResponseDrainTimeout = TimeSpan.Zero,
        };
#else
    private static HttpClientHandler CreateNetworkHandler()
    {
        // Added to, never set over: the other modules of the session have their say as well.
        System.Net.ServicePointManager.SecurityProtocol |= System.Net.SecurityProtocolType.Tls12;
        return new HttpClientHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = System.Net.DecompressionMethods.GZip | System.Net.DecompressionMethods.Deflate,
        };
    }
#endif
}
