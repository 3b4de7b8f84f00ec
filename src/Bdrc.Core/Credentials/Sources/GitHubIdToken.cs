using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Json;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>The id token of a GitHub Actions job.</summary>
internal sealed class GitHubIdToken(CredentialContext environment, string audience) : IIdTokenSource
{
    public async Task<string> ReadAsync(CancellationToken cancellationToken)
    {
        var address = environment.Variable("ACTIONS_ID_TOKEN_REQUEST_URL");
        var bearer = environment.Variable("ACTIONS_ID_TOKEN_REQUEST_TOKEN");
        if (bearer is null || !CredentialAddress.TryParse(address, out var uri))
            throw new BdrcException(BdrcErrorKind.Authentication, "NoGitHubIdToken", Strings.GitHubIdTokenMissing);

        var target = new Uri(uri.AbsoluteUri + (uri.Query.Length == 0 ? "?" : "&") + "audience=" + Uri.EscapeDataString(audience));
        var answer = await IdentityHttp.SendAsync(
            environment,
            $"GitHub's token service at {uri.Authority}",
            () =>
            {
                var request = new HttpRequestMessage(HttpMethod.Get, target);
                request.Headers.TryAddWithoutValidation("authorization", "bearer " + bearer);
                return request;
            },
            IdentityHttp.UsualTimeout,
            3,
            cancellationToken).ConfigureAwait(false);
        return JsonFields.Text(answer.Json(), "value") ?? throw answer.Unreadable();
    }
}
