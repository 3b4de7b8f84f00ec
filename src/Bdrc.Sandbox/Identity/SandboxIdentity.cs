using Bdrc.Sandbox.Identity;

namespace Bdrc.Sandbox;

/// <summary>
/// The identity services of a sandbox: what they hand out, and how long it lives by the sandbox's clock. Everything may be
/// changed while the sandbox runs. <see cref="IdentityPaths"/> says where they are.
/// </summary>
public sealed class SandboxIdentity
{
    private readonly TimeProvider _clock;

    internal SandboxIdentity(SandboxOptions options, IssuedKeys keys)
    {
        _clock = options.TimeProvider;
        Keys = keys;
        IdTokens = new IdTokenBook(options.Seed);
        Seed = options.Seed;
    }

    /// <summary>The RAM roles of the account. At the start: bdrc-operator, bdrc-runner and bdrc-instance.</summary>
    public SandboxRoles Roles { get; } = new();

    /// <summary>
    /// How long the keys live that come from the instance metadata, the credentials URI, CloudSSO and OAuth; zero or less: they
    /// have expired when they are issued. Sessions of STS live as long as they were asked for.
    /// </summary>
    public TimeSpan SessionLifetime { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How the instance metadata behaves.</summary>
    public MetadataMode MetadataMode { get; set; }

    /// <summary>The role of the instance; null: it has none.</summary>
    public string? InstanceRole { get; set; } = "bdrc-instance";

    /// <summary>The region the instance is in.</summary>
    public string InstanceRegion { get; set; } = "cn-shanghai";

    /// <summary>How long an id token lives; zero or less: it has expired when it is issued.</summary>
    public TimeSpan IdTokenLifetime { get; set; } = TimeSpan.FromMinutes(10);

    internal int Seed { get; }

    internal IssuedKeys Keys { get; }

    internal IdTokenBook IdTokens { get; }

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
}
