using Bdrc.Sandbox.Identity.IdTokens;
using Bdrc.Sandbox.Identity.Keys;
using Bdrc.Sandbox.Identity.Logins;
using Bdrc.Sandbox.Identity.Metadata;
using Bdrc.Sandbox.Identity.Roles;
using Bdrc.Sandbox.Identity.Routing;

namespace Bdrc.Sandbox.Identity;

/// <summary>
/// The identity services of a sandbox: what they hand out, and how long it lives by the sandbox's clock. Everything may be
/// changed while the sandbox runs. <see cref="IdentityPaths"/> says where they are.
/// </summary>
public sealed class SandboxIdentity
{
    /// <summary>The access configuration of CloudSSO.</summary>
    public const string CloudSsoAccessConfigurationId = "ac-sandbox0001";

    private static readonly TimeSpan Longest = TimeSpan.FromDays(365);

    private readonly TimeProvider _clock;
    private TimeSpan _sessionLifetime = TimeSpan.FromHours(1);
    private TimeSpan _idTokenLifetime = TimeSpan.FromMinutes(10);
    private TimeSpan _loginLifetime = TimeSpan.FromHours(1);

    internal SandboxIdentity(SandboxOptions options, IssuedKeys keys)
    {
        _clock = options.TimeProvider;
        Keys = keys;
        IdTokens = new IdTokenStore(options.Seed);
        Logins = new LoginStore(options.Seed);
        Seed = options.Seed;
    }

    /// <summary>The RAM roles of the account. At the start: bdrc-operator, bdrc-runner and bdrc-instance.</summary>
    public SandboxRoles Roles { get; } = new();

    /// <summary>
    /// How long the keys live that come from the instance metadata, the credentials URI, CloudSSO and OAuth; zero or less: they
    /// have expired when they are issued. Sessions of STS live as long as they were asked for.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">More than a year, in either direction.</exception>
    public TimeSpan SessionLifetime
    {
        get => _sessionLifetime;
        set => _sessionLifetime = Lifetime(value);
    }

    /// <summary>How the instance metadata behaves.</summary>
    public MetadataMode MetadataMode { get; set; }

    /// <summary>The role of the instance; null: it has none.</summary>
    public string? InstanceRole { get; set; } = "bdrc-instance";

    /// <summary>The region the instance is in.</summary>
    public string InstanceRegion { get; set; } = "cn-shanghai";

    /// <summary>How long an id token lives; zero or less: it has expired when it is issued.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than a year, in either direction.</exception>
    public TimeSpan IdTokenLifetime
    {
        get => _idTokenLifetime;
        set => _idTokenLifetime = Lifetime(value);
    }

    /// <summary>What a GitHub job shows for its id token: <c>ACTIONS_ID_TOKEN_REQUEST_TOKEN</c>. It protects nothing.</summary>
    public string GitHubRequestToken { get; set; } = "sandbox-github-request-token";

    /// <summary>What an Azure DevOps job shows for its id token: <c>SYSTEM_ACCESSTOKEN</c>. It protects nothing.</summary>
    public string AzureAccessToken { get; set; } = "sandbox-azure-access-token";

    /// <summary>How long the access token of a login to CloudSSO or OAuth lives; zero or less: it has expired when it is issued.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than a year, in either direction.</exception>
    public TimeSpan LoginLifetime
    {
        get => _loginLifetime;
        set => _loginLifetime = Lifetime(value);
    }

    internal int Seed { get; }

    internal IssuedKeys Keys { get; }

    internal IdTokenStore IdTokens { get; }

    internal LoginStore Logins { get; }

    /// <summary>Issues an id token, as a runner or cluster would put it into a file.</summary>
    /// <param name="issuer">Who issues it.</param>
    /// <param name="audience">For whom it is; null for the audience that RAM expects of this issuer.</param>
    /// <param name="subject">Whom it is about; null for a usual subject of this issuer.</param>
    /// <exception cref="ArgumentOutOfRangeException">The issuer is not one of the enumeration.</exception>
    public string IssueIdToken(IdTokenIssuer issuer, string? audience = null, string? subject = null)
    {
        var provider = OidcProvider.Of(issuer);
        var now = _clock.GetUtcNow();
        return IdTokens.Issue(new IdToken(provider, subject ?? UsualSubject(issuer), audience ?? provider.ClientId, now, now + IdTokenLifetime));
    }

    /// <summary>Logs in to CloudSSO, as <c>aliyun configure</c> does with a browser.</summary>
    /// <returns>The access token and its end; there is no refresh token.</returns>
    public SandboxLogin LogInToCloudSso() => Logins.Start(LoginKind.CloudSso, _clock.GetUtcNow() + LoginLifetime);

    /// <summary>Logs in to OAuth, as <c>aliyun configure</c> does with a browser.</summary>
    /// <returns>Access token with its end, and refresh token.</returns>
    public SandboxLogin LogInToOAuth() => Logins.Start(LoginKind.OAuth, _clock.GetUtcNow() + LoginLifetime);

    /// <summary>The ARN of the OIDC provider in RAM that trusts an issuer.</summary>
    /// <param name="issuer">The issuer.</param>
    /// <exception cref="ArgumentOutOfRangeException">The issuer is not one of the enumeration.</exception>
    public static string OidcProviderArn(IdTokenIssuer issuer) => OidcProvider.Of(issuer).Arn;

    private static string UsualSubject(IdTokenIssuer issuer) => issuer switch
    {
        IdTokenIssuer.GitHub => "repo:sandbox/bdrc:ref:refs/heads/main",
        IdTokenIssuer.AzureDevOps => "sc://sandbox/bdrc/production",
        _ => "system:serviceaccount:default:bdrc",
    };

    internal SigningKey IssueKey(string roleName, string sessionName, DateTimeOffset now) =>
        Keys.Issue(new RoleSession(roleName, SandboxRoles.IdOf(Seed, roleName), sessionName), now + SessionLifetime);

    private static TimeSpan Lifetime(TimeSpan value) => value >= -Longest && value <= Longest
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), "A lifetime must be a year at most; zero or less for what has expired when it is issued.");
}
