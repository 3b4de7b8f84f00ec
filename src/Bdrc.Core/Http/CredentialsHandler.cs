using Bdrc.Core.Credentials;
using Bdrc.Core.Http.Errors;

namespace Bdrc.Core.Http;

/// <summary>
/// Fetches the credentials of each attempt: a renewed key takes effect at the next one. Temporary ones that the service refuses
/// are thrown away and fetched again, once for each call.
/// </summary>
internal sealed class CredentialsHandler : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var call = ApiCall.Of(request);
        if (call.State.Credentials is not IRenewableProvider)
        {
            var fetch = call.State.Credentials.GetAsync(cancellationToken);
            if (fetch.Status == TaskStatus.RanToCompletion)
            {
                call.Credentials = fetch.Result;
                return base.SendAsync(request, cancellationToken);
            }
        }

        return SendRenewableAsync(request, call, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendRenewableAsync(
        HttpRequestMessage request, ApiCall call, CancellationToken cancellationToken)
    {
        await FetchAsync(call, cancellationToken).ConfigureAwait(false);
        var response = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (call.HasRenewedCredentials
            || call.Credentials?.SecurityToken is null
            || call.State.Credentials is not IRenewableProvider provider
            || !await IsRefusalAsync(response).ConfigureAwait(false)
            || !provider.Invalidate(call.Credentials))
        {
            return response;
        }

        call.HasRenewedCredentials = true;
        response.Dispose();
        await FetchAsync(call, cancellationToken).ConfigureAwait(false);
        return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
    }

    private static async Task FetchAsync(ApiCall call, CancellationToken cancellationToken)
    {
        try
        {
            call.Credentials = await call.State.Credentials.GetAsync(cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            while (call.State.Credentials is IRenewableProvider provider && provider.TryTakeNotice(out var notice))
                call.Report(notice!.Level, notice.Message);
        }
    }

    private static async Task<bool> IsRefusalAsync(HttpResponseMessage response)
    {
        if ((int)response.StatusCode is not (400 or 403 or 404) || response.Content is null)
            return false;

        // The transport has buffered the body: reading it here takes it from nobody.
        var code = ErrorResponse.Parse(await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false)).Code;
        return code == "InvalidAccessKeyId.NotFound" || code?.StartsWith("InvalidSecurityToken.", StringComparison.Ordinal) == true;
    }
}
