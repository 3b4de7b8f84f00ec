using Bdrc.Sandbox.Http;
using Bdrc.Sandbox.Server.Identity.IdTokens;
using Bdrc.Sandbox.Server.Identity.Keys;
using Bdrc.Sandbox.Server.Identity.Logins;
using Bdrc.Sandbox.Server.Identity.Metadata;
using Bdrc.Sandbox.Server.Identity.Roles;
using Bdrc.Sandbox.Server.Identity.Routing;

namespace Bdrc.Sandbox.Server.Identity;

/// <summary>
/// The identity services beside a sandbox: STS, instance metadata, id tokens, CloudSSO and OAuth. The sandbox accepts the keys
/// that they issue. All settings may be changed while the services run. <see cref="IdentityPaths"/> lists the addresses.
/// </summary>
public sealed class IdentityServices
{
    /// <summary>The access configuration of CloudSSO.</summary>
    public const string CloudSsoAccessConfigurationId = "ac-sandbox0001";

    private static readonly TimeSpan LongestLifetime = TimeSpan.FromDays(365);

    private readonly IdentityDispatcher _dispatcher;
    private readonly TimeProvider _clock;
    private TimeSpan _sessionLifetime = TimeSpan.FromHours(1);
    private TimeSpan _idTokenLifetime = TimeSpan.FromMinutes(10);
    private TimeSpan _loginLifetime = TimeSpan.FromHours(1);

    /// <summary>Creates the services of a sandbox.</summary>
    /// <param name="sandbox">The sandbox. Its request log, faults and clock apply to the identity services too.</param>
    public IdentityServices(BdrcSandbox sandbox)
    {
        ArgumentNullException.ThrowIfNull(sandbox);
        Sandbox = sandbox;
        Seed = sandbox.Options.Seed;
        _clock = sandbox.Options.TimeProvider;
        Keys = new SessionKeyIssuer(Seed, sandbox.AccessKeys);
        IdTokens = new IdTokenStore(Seed);
        Logins = new LoginStore(Seed);
        _dispatcher = new IdentityDispatcher(this, sandbox.Verifier);
    }

    /// <summary>The sandbox that accepts the keys.</summary>
    public BdrcSandbox Sandbox { get; }

    /// <summary>The RAM roles of the account; at first bdrc-operator, bdrc-runner and bdrc-instance.</summary>
    public RoleStore Roles { get; } = new();

    /// <summary>
    /// The lifetime of keys from instance metadata, the credentials URI, CloudSSO and OAuth. Zero or less: the keys are expired
    /// when they are issued. A session of STS has the lifetime that its request names.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is more than a year, positive or negative.</exception>
    public TimeSpan SessionLifetime
    {
        get => _sessionLifetime;
        set => _sessionLifetime = CheckLifetime(value);
    }

    /// <summary>How the instance metadata service behaves.</summary>
    public MetadataMode MetadataMode { get; set; }

    /// <summary>The role of the instance; null for none.</summary>
    public string? InstanceRole { get; set; } = "bdrc-instance";

    /// <summary>The region of the instance.</summary>
    public string InstanceRegion { get; set; } = "cn-shanghai";

    /// <summary>The lifetime of id tokens. Zero or less: they are expired when they are issued.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is more than a year, positive or negative.</exception>
    public TimeSpan IdTokenLifetime
    {
        get => _idTokenLifetime;
        set => _idTokenLifetime = CheckLifetime(value);
    }

    /// <summary>
    /// The bearer token that a GitHub job presents for its id token (<c>ACTIONS_ID_TOKEN_REQUEST_TOKEN</c>). It is not a real secret.
    /// </summary>
    public string GitHubRequestToken { get; set; } = "sandbox-github-request-token";

    /// <summary>
    /// The bearer token that an Azure DevOps job presents for its id token (<c>SYSTEM_ACCESSTOKEN</c>). It is not a real secret.
    /// </summary>
    public string AzureAccessToken { get; set; } = "sandbox-azure-access-token";

    /// <summary>
    /// The lifetime of the access token of a CloudSSO or OAuth login. Zero or less: the token is expired when it is issued.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is more than a year, positive or negative.</exception>
    public TimeSpan LoginLifetime
    {
        get => _loginLifetime;
        set => _loginLifetime = CheckLifetime(value);
    }

    internal int Seed { get; }

    internal SessionKeyIssuer Keys { get; }

    internal IdTokenStore IdTokens { get; }

    internal LoginStore Logins { get; }

    /// <summary>The ARN of the RAM OIDC provider that trusts an issuer.</summary>
    /// <param name="issuer">The issuer.</param>
    /// <exception cref="ArgumentOutOfRangeException">The issuer is not a value of the enumeration.</exception>
    public static string OidcProviderArn(IdTokenIssuer issuer) => OidcProvider.Of(issuer).Arn;

    /// <summary>Creates a message handler that sends requests to the sandbox and its identity services without a network.</summary>
    public HttpMessageHandler CreateHandler() => new SandboxHandler(HandleAsync);

    /// <summary>Handles a request to an identity service or to BDRC; <see cref="IdentityPaths"/> describes the routing.</summary>
    /// <param name="request">The request as received.</param>
    /// <param name="cancellationToken">Cancels the delay of a slow response.</param>
    public Task<SandboxResponse> HandleAsync(SandboxRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return IdentityRouter.Find(request) is { } route
            ? Sandbox.HandleAsync(request, route.Operation, call => _dispatcher.Execute(new IdentityRequest(call, route)), cancellationToken)
            : Sandbox.HandleAsync(request, cancellationToken);
    }

    /// <summary>Issues an id token, as a runner or a cluster writes it to a file.</summary>
    /// <param name="issuer">The issuer.</param>
    /// <param name="audience">The audience; null for the one that RAM expects from this issuer.</param>
    /// <param name="subject">The subject; null for a typical one of this issuer.</param>
    /// <exception cref="ArgumentOutOfRangeException">The issuer is not a value of the enumeration.</exception>
    public string IssueIdToken(IdTokenIssuer issuer, string? audience = null, string? subject = null)
    {
        var provider = OidcProvider.Of(issuer);
        var now = _clock.GetUtcNow();
        return IdTokens.Issue(new IdToken(
            provider, subject ?? provider.DefaultSubject, audience ?? provider.ClientId, now, now + IdTokenLifetime));
    }

    /// <summary>Logs in to CloudSSO, as <c>aliyun configure</c> does with a browser.</summary>
    /// <returns>An access token with its expiration; there is no refresh token.</returns>
    public SandboxLogin LogInToCloudSso() => Logins.Start(LoginKind.CloudSso, _clock.GetUtcNow() + LoginLifetime);

    /// <summary>Logs in to OAuth, as <c>aliyun configure</c> does with a browser.</summary>
    /// <returns>An access token with its expiration, and a refresh token.</returns>
    public SandboxLogin LogInToOAuth() => Logins.Start(LoginKind.OAuth, _clock.GetUtcNow() + LoginLifetime);

    internal SessionKey IssueKey(string roleName, string sessionName, DateTimeOffset now) =>
        Keys.Issue(new RoleSession(roleName, RoleStore.IdOf(Seed, roleName), sessionName), now + SessionLifetime);

    private static TimeSpan CheckLifetime(TimeSpan value) => value >= -LongestLifetime && value <= LongestLifetime
        ? value
        : throw new ArgumentOutOfRangeException(
            nameof(value), "A lifetime must be at most a year; zero or less makes what is issued expired at once.");
}
