namespace Bdrc.Core.Pipeline;

/// <summary>Fetches the credentials of each attempt: a refreshed key takes effect at the next one.</summary>
internal sealed class CredentialsHandler : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        call.Credentials = await call.State.Credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
