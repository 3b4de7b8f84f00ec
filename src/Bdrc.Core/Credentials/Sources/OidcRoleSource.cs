using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Json;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>Assumes a RAM role with the id token of an OIDC provider (STS AssumeRoleWithOIDC).</summary>
internal sealed class OidcRoleSource(
    string name, IIdTokenSource token, string providerArn, RoleRequest role, CredentialContext context) : ICredentialSource
{
    public string Name => name;

    public string? AccountKey => role.AccountKey;

    public async Task<ExpiringCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        TokenResponse response;
        try
        {
            response = await ExchangeAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (BdrcException failure) when (failure.Code == "AuthenticationFail.OIDCToken.Expired")
        {
            // The token expired between the read and the exchange. Read a new one and retry once.
            response = await ExchangeAsync(cancellationToken).ConfigureAwait(false);
        }

        return response.Credentials(JsonFields.Element(response.Json(), "Credentials") ?? throw response.Unreadable());
    }

    private async Task<TokenResponse> ExchangeAsync(CancellationToken cancellationToken)
    {
        var parameters = role.Parameters(context);
        var idToken = (await token.ReadAsync(cancellationToken).ConfigureAwait(false)).Trim();
        if (idToken.Length is < 4 or > 20000)
            throw new BdrcException(BdrcErrorKind.Authentication, "InvalidIdToken", Strings.IdTokenLength.FormatInvariant(idToken.Length));
        parameters.Add(new("OIDCProviderArn", providerArn));
        parameters.Add(new("OIDCToken", idToken));
        return await StsClient.ExchangeAsync(context, role.Address(context), parameters, cancellationToken).ConfigureAwait(false);
    }
}
