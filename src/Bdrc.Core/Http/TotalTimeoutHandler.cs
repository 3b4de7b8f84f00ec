using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Http;

/// <summary>
/// Bounds a whole call: waits for the rate limiter, for a Retry-After, for credentials and between retries count as well as the
/// attempts. It is the outermost handler.
/// </summary>
internal sealed class TotalTimeoutHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = HttpCall.Of(request);
        call.History.Start();
        using var timeout = call.Clock.CancelAfter(call.Options.RequestTimeout);
        using var linked = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        try
        {
            return await base.SendAsync(request, linked.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw call.History.TimedOut();
        }
    }
}
