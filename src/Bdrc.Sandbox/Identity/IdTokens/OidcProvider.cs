using Bdrc.Sandbox.CrossAccounts;

namespace Bdrc.Sandbox.Identity.IdTokens;

/// <summary>An OIDC provider in RAM: whose tokens are trusted, and for whom they must be made.</summary>
internal sealed class OidcProvider
{
    private static readonly OidcProvider[] All =
    [
        new(IdTokenIssuer.GitHub, "github", "https://token.actions.githubusercontent.com", "sts.aliyuncs.com"),
        new(IdTokenIssuer.AzureDevOps, "azure-devops", "https://vstoken.dev.azure.com/5a4d8b00-0000-4000-8000-000000000001", "api://AzureADTokenExchange"),
        new(IdTokenIssuer.Kubernetes, "ack", "https://oidc-ack-cn-shanghai.oss-cn-shanghai.aliyuncs.com/sandbox", "sts.aliyuncs.com"),
    ];

    private OidcProvider(IdTokenIssuer issuer, string name, string url, string clientId)
    {
        Issuer = issuer;
        Url = url;
        ClientId = clientId;
        Arn = FormattableString.Invariant($"acs:ram::{SandboxAccounts.AccountId}:oidc-provider/{name}");
    }

    public IdTokenIssuer Issuer { get; }

    /// <summary>What tokens name as their issuer.</summary>
    public string Url { get; }

    /// <summary>The audience that is registered in RAM.</summary>
    public string ClientId { get; }

    public string Arn { get; }

    public static OidcProvider? Find(string arn) => Array.Find(All, provider => string.Equals(provider.Arn, arn, StringComparison.Ordinal));

    /// <exception cref="ArgumentOutOfRangeException">The issuer is not one of the enumeration.</exception>
    public static OidcProvider Of(IdTokenIssuer issuer) => Array.Find(All, provider => provider.Issuer == issuer)
        ?? throw new ArgumentOutOfRangeException(nameof(issuer), "The issuer must be GitHub, AzureDevOps or Kubernetes.");
}
