using Bdrc.Core.Http.Retry;
using Bdrc.Text;

namespace Bdrc.Core.Http.Transport;

/// <summary>The end of the chain: the sandbox of the call's context where there is one, else the network.</summary>
internal sealed class RoutingTransport : HttpMessageHandler
{
    private readonly HttpMessageInvoker _network = new(SocketHandlerFactory.Create(proxy: null));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        using var timeout = call.State.TimeProvider.CancelAfter(call.AttemptTimeout);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            var response = await (call.State.Transport ?? _network).SendAsync(request, linked.Token).ConfigureAwait(false);
            await BufferedContent.FillAsync(response, linked.Token).ConfigureAwait(false);
            return response;
        }
        catch (OperationCanceledException stopped) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException(Strings.NoCompleteAnswer.FormatInvariant(call.AttemptTimeout.TotalSeconds), stopped);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _network.Dispose();
        base.Dispose(disposing);
    }
}
