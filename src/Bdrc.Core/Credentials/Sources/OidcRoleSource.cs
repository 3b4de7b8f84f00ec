using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Json;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>Takes on a RAM role with an id token of an OIDC provider.</summary>
internal sealed class OidcRoleSource(
    string name, IIdTokenSource token, string providerArn, RoleRequest role, CredentialContext environment) : ICredentialSource
{
    public string Name => name;

    public async Task<ExpiringCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        var answer = await ExchangeAsync(cancellationToken).ConfigureAwait(false);
        if (!answer.IsSuccess && answer.Refusal().Code == "AuthenticationFail.OIDCToken.Expired")
            answer = await ExchangeAsync(cancellationToken).ConfigureAwait(false);
        return answer.Lease(JsonFields.Element(answer.Json(), "Credentials") ?? throw answer.Unreadable());
    }

    private async Task<TokenResponse> ExchangeAsync(CancellationToken cancellationToken)
    {
        var parameters = role.Parameters(environment);
        var text = (await token.ReadAsync(cancellationToken).ConfigureAwait(false)).Trim();
        if (text.Length is < 4 or > 20000)
            throw new BdrcException(BdrcErrorKind.Authentication, "InvalidIdToken", Strings.IdTokenLength.FormatInvariant(text.Length));
        parameters.Add(new("OIDCProviderArn", providerArn));
        parameters.Add(new("OIDCToken", text));
        return await StsClient.ExchangeAsync(environment, role.Address(environment), parameters, cancellationToken).ConfigureAwait(false);
    }
}
