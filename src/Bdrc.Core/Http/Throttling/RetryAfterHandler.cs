namespace Bdrc.Core.Http.Throttling;

/// <summary>Holds calls back while the service has asked for a pause, from whichever runspace they come.</summary>
internal sealed class RetryAfterHandler(RetryAfterGate holdOff) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var wait = holdOff.WaitAsync(ApiCall.Of(request), cancellationToken);
        return wait.Status == TaskStatus.RanToCompletion ? base.SendAsync(request, cancellationToken) : SendAfterAsync(wait, request, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAfterAsync(Task wait, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await wait.ConfigureAwait(false);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
