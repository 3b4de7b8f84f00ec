namespace Bdrc.Core.Http;

/// <summary>
/// Fetches the credentials of each attempt, so that the next attempt uses renewed ones. When the service refuses temporary
/// credentials, they are discarded and fetched again, once for each call.
/// </summary>
internal sealed class CredentialsHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = HttpCall.Of(request);
        return call.CredentialProvider is null
            ? base.SendAsync(request, cancellationToken)
            : SendWithCredentialsAsync(request, call, call.CredentialProvider, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendWithCredentialsAsync(
        HttpRequestMessage request, HttpCall call, ICredentialProvider provider, CancellationToken cancellationToken)
    {
        await FetchAsync(call, provider, cancellationToken).ConfigureAwait(false);
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (BdrcException) when (CanRenew(call))
        {
            call.Failure = null;
        }

        await FetchAsync(call, provider, cancellationToken).ConfigureAwait(false);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private static async Task FetchAsync(HttpCall call, ICredentialProvider provider, CancellationToken cancellationToken)
    {
        call.Stage = CallStage.Credentials;
        var fetch = provider.GetAsync(call.OnDiagnostic, cancellationToken);
        call.Credentials = fetch.Status == TaskStatus.RanToCompletion ? fetch.Result : await fetch.ConfigureAwait(false);
    }

    private static bool CanRenew(HttpCall call) =>
        call.Failure is { RefusesCredentials: true }
        && call.Credentials?.SecurityToken is not null
        && call.CredentialProvider is IRenewableProvider provider
        && call.History.TryBeginRenewal()
        && provider.Invalidate(call.Credentials);
}
