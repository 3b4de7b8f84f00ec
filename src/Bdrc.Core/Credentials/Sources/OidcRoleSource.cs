using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Json;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>Reads the id token that STS exchanges. It is read at every renewal, because tokens live for minutes.</summary>
internal interface IIdTokenSource
{
    Task<string> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>Assumes a RAM role with an id token of an OIDC provider.</summary>
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
            // The token expired between reading and exchanging it: a new one is read.
            response = await ExchangeAsync(cancellationToken).ConfigureAwait(false);
        }

        return response.Credentials(JsonFields.Element(response.Json(), "Credentials") ?? throw response.Unreadable());
    }

    private async Task<TokenResponse> ExchangeAsync(CancellationToken cancellationToken)
    {
        var parameters = role.Parameters(context);
        var text = (await token.ReadAsync(cancellationToken).ConfigureAwait(false)).Trim();
        if (text.Length is < 4 or > 20000)
            throw new BdrcException(BdrcErrorKind.Authentication, "InvalidIdToken", Strings.IdTokenLength.FormatInvariant(text.Length));
        parameters.Add(new("OIDCProviderArn", providerArn));
        parameters.Add(new("OIDCToken", text));
        return await StsClient.ExchangeAsync(context, role.Address(context), parameters, cancellationToken).ConfigureAwait(false);
    }
}
