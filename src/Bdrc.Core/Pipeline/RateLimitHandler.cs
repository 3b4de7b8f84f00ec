namespace Bdrc.Core.Pipeline;

/// <summary>Holds calls back while the service has asked for a pause, from whichever runspace they come.</summary>
internal sealed class RateLimitHandler(HoldOff holdOff) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await holdOff.WaitAsync(ApiCall.Of(request), cancellationToken).ConfigureAwait(false);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
