using Bdrc.Core.Credentials;

namespace Bdrc.Core.Pipeline;

/// <summary>Fetches the credentials of each attempt: a refreshed key takes effect at the next one.</summary>
internal sealed class CredentialsHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        var fetch = call.State.Credentials.GetAsync(cancellationToken);
        if (fetch.Status != TaskStatus.RanToCompletion)
            return SendAfterAsync(fetch, call, request, cancellationToken);

        call.Credentials = fetch.Result;
        return base.SendAsync(request, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAfterAsync(
        Task<AccessCredentials> fetch, ApiCall call, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        call.Credentials = await fetch.ConfigureAwait(false);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }
}
