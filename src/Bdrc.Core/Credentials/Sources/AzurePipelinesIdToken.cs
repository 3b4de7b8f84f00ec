using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Json;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>The id token of an Azure DevOps job.</summary>
internal sealed class AzurePipelinesIdToken(CredentialContext environment, string? serviceConnectionId) : IIdTokenSource
{
    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        var address = environment.Variable("SYSTEM_OIDCREQUESTURI");
        var bearer = environment.Variable("SYSTEM_ACCESSTOKEN");
        if (bearer is null || !CredentialAddress.TryParse(address, out var uri))
            throw new BdrcException(BdrcErrorKind.Authentication, "NoAzurePipelinesIdToken", Strings.AzureIdTokenMissing);

        var target = uri.AbsoluteUri + (uri.Query.Length == 0 ? "?" : "&") + "api-version=7.1"
            + (serviceConnectionId is null ? string.Empty : "&serviceConnectionId=" + Uri.EscapeDataString(serviceConnectionId));
        var answer = await IdentityHttp.SendAsync(
            environment,
            $"Azure DevOps' token service at {uri.Authority}",
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, new Uri(target));
                request.Headers.TryAddWithoutValidation("authorization", "Bearer " + bearer);
                request.Headers.TryAddWithoutValidation("x-tfs-fedauthredirect", "Suppress");
                return request;
            },
            IdentityHttp.UsualTimeout,
            3,
            cancellationToken).ConfigureAwait(false);
        return JsonFields.Text(answer.Json(), "oidcToken") ?? throw answer.Unreadable();
    }
}
