namespace Bdrc.Core.Pipeline;

/// <summary>The end of the chain: the sandbox of the call's context where there is one, else the network.</summary>
internal sealed class RoutingTransport : HttpMessageHandler
{
    private readonly HttpMessageInvoker _network = new(NetworkHandlers.Create(proxy: null));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        using var timeout = call.State.TimeProvider.CancelAfter(RetryPolicy.AttemptTimeout);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            var response = await (call.State.Transport ?? _network).SendAsync(request, linked.Token).ConfigureAwait(false);
            await BufferAsync(response, linked.Token).ConfigureAwait(false);
            return response;
        }
        catch (OperationCanceledException stopped) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"No complete answer within {RetryPolicy.AttemptTimeout.TotalSeconds:0} s.", stopped);
        }
    }

    /// <summary>Reads the body under the attempt's own timeout: an answer that stalls half-way ends the attempt too.</summary>
    private static async Task BufferAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.Content is null)
            return;

        try
        {
            // Neither framework takes a token here; closing the answer is what ends the read.
            using (cancellationToken.Register(static state => ((HttpResponseMessage)state!).Dispose(), response))
                await response.Content.LoadIntoBufferAsync().ConfigureAwait(false);
        }
        catch (Exception)
        {
            response.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            throw;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _network.Dispose();
        base.Dispose(disposing);
    }
}
