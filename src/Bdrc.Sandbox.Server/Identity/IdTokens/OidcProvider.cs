using Bdrc.Sandbox.CrossAccounts;

namespace Bdrc.Sandbox.Server.Identity.IdTokens;

/// <summary>A service whose id tokens the account trusts through an OIDC provider in RAM.</summary>
public enum IdTokenIssuer
{
    /// <summary>GitHub Actions; provider <c>github</c>.</summary>
    GitHub,

    /// <summary>Azure DevOps; provider <c>azure-devops</c>.</summary>
    AzureDevOps,

    /// <summary>A Kubernetes cluster (RRSA of ACK); provider <c>ack</c>.</summary>
    Kubernetes,
}

/// <summary>An OIDC provider in RAM: the trusted issuer and the audience that its tokens must have.</summary>
internal sealed class OidcProvider
{
    private static readonly OidcProvider[] All =
    [
        new(IdTokenIssuer.GitHub, "github")
        {
            Url = "https://token.actions.githubusercontent.com",
            ClientId = "sts.aliyuncs.com",
            DefaultSubject = "repo:sandbox/bdrc:ref:refs/heads/main",
        },
        new(IdTokenIssuer.AzureDevOps, "azure-devops")
        {
            Url = "https://vstoken.dev.azure.com/5a4d8b00-0000-4000-8000-000000000001",
            ClientId = "api://AzureADTokenExchange",
            DefaultSubject = "sc://sandbox/bdrc/production",
        },
        new(IdTokenIssuer.Kubernetes, "ack")
        {
            Url = "https://oidc-ack-cn-shanghai.oss-cn-shanghai.aliyuncs.com/sandbox",
            ClientId = "sts.aliyuncs.com",
            DefaultSubject = "system:serviceaccount:default:bdrc",
        },
    ];

    private OidcProvider(IdTokenIssuer issuer, string name)
    {
        Issuer = issuer;
        Arn = FormattableString.Invariant($"acs:ram::{SandboxAccounts.AccountId}:oidc-provider/{name}");
    }

    public IdTokenIssuer Issuer { get; }

    /// <summary>The issuer that tokens name.</summary>
    public required string Url { get; init; }

    /// <summary>The audience that is registered in RAM.</summary>
    public required string ClientId { get; init; }

    /// <summary>The subject of a token when none is specified.</summary>
    public required string DefaultSubject { get; init; }

    public string Arn { get; }

    public static OidcProvider? Find(string arn) =>
        Array.Find(All, provider => string.Equals(provider.Arn, arn, StringComparison.Ordinal));

    /// <exception cref="ArgumentOutOfRangeException">The issuer is not a value of the enumeration.</exception>
    public static OidcProvider Of(IdTokenIssuer issuer) => Array.Find(All, provider => provider.Issuer == issuer)
        ?? throw new ArgumentOutOfRangeException(nameof(issuer), "The issuer must be GitHub, AzureDevOps or Kubernetes.");
}
