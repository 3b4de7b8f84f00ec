using System.Management.Automation;
using System.Security;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Errors;
using Bdrc.Parameters;
using Bdrc.Pipeline;
using Bdrc.Sandbox;
using Bdrc.Sessions;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>New-BdrcContext: creates a context for -Context; the context of the runspace stays as it is.</summary>
[Cmdlet(VerbsCommon.New, "BdrcContext")]
[OutputType(typeof(BdrcContext))]
[ParameterForm("Service", Allows = "AccessKeyId AccessKeySecret SecurityToken OidcProviderArn ExternalId " + Role + Route)]
[ParameterForm("Credential", Requires = "Credential", Allows = "ExternalId " + Role + Route)]
[ParameterForm("Profile", Requires = "ProfileName", Allows = "ExternalId " + Role + Route)]
[ParameterForm("OidcRole", Requires = "OidcProviderArn OidcTokenFile RoleArn", Allows = Role + Route)]
[ParameterForm("EcsRamRole", Requires = "EcsRamRole", Allows = Route)]
[ParameterForm("CredentialsUri", Requires = "CredentialsUri", Allows = Route)]
[ParameterForm("GitHubActions", Requires = "GitHubActions", Allows = "OidcProviderArn " + Role + Route)]
[ParameterForm("AzurePipelines", Requires = "AzurePipelines", Allows = "ServiceConnectionId OidcProviderArn " + Role + Route)]
[ParameterForm("Sandbox", Requires = "Sandbox", Allows = "Resources FinishedTasks TaskDuration")]
public class NewBdrcContextCommand : AsyncCommand, IDynamicParameters
{
    private const string Role = "RoleArn RoleSessionName Policy DurationSeconds ";
    private const string Route = "Endpoint UseVpcEndpoint Proxy ProxyCredential ";

    private readonly SandboxParameters _sandbox = new();

    /// <summary>Region id of the endpoint.</summary>
    [Parameter(Position = 0)]
    [Alias("RegionId")]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Region, Accepts = EmptyValues.Text)]
    public string? Region { get; set; }

    /// <summary>Endpoint instead of the regional one: <c>host[:port]</c> or <c>https://host[:port]</c>.</summary>
    [Parameter]
    [ArgumentFormat(ArgumentKind.Endpoint)]
    public string? Endpoint { get; set; }

    /// <summary>Use the endpoint inside a VPC.</summary>
    [Parameter]
    public SwitchParameter UseVpcEndpoint { get; set; }

    /// <summary>Proxy of all calls, except those to this machine and to the instance metadata.</summary>
    [Parameter]
    [ArgumentFormat(ArgumentKind.Proxy)]
    public Uri? Proxy { get; set; }

    /// <summary>User name and password of the proxy.</summary>
    [Parameter]
    [Credential]
    [ArgumentFormat(ArgumentKind.Credential, Accepts = EmptyValues.Text | EmptyValues.Null)]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Access key id; without it the environment is read.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentFormat(ArgumentKind.AccessKeyId, Accepts = EmptyValues.Text)]
    public string? AccessKeyId { get; set; }

    /// <summary>Access key secret, as a SecureString or as text.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentFormat(ArgumentKind.Secret, Accepts = EmptyValues.Text)]
    public SecureString? AccessKeySecret { get; set; }

    /// <summary>Security token of a temporary key, as a SecureString or as text.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentFormat(ArgumentKind.Secret, Accepts = EmptyValues.Text | EmptyValues.Null)]
    public SecureString? SecurityToken { get; set; }

    /// <summary>The access key id as user name and the secret as password.</summary>
    [Parameter]
    [Credential]
    [ArgumentFormat(ArgumentKind.Credential, Accepts = EmptyValues.Text | EmptyValues.Null)]
    public PSCredential? Credential { get; set; }

    /// <summary>Profile of ~/.aliyun/config.json or the shared ini file; a missing one is an error.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Profile)]
    public string? ProfileName { get; set; }

    /// <summary>RAM role to assume with the given or found identity.</summary>
    [Parameter]
    [ArgumentFormat(ArgumentKind.RoleArn)]
    public string? RoleArn { get; set; }

    /// <summary>Name of the role session: 2 to 64 letters, digits and <c>. @ _ -</c>.</summary>
    [Parameter]
    [ArgumentFormat(ArgumentKind.SessionName)]
    public string? RoleSessionName { get; set; }

    /// <summary>External id that the role requires.</summary>
    [Parameter]
    [ArgumentFormat(ArgumentKind.ExternalId)]
    public string? ExternalId { get; set; }

    /// <summary>Policy, as JSON, that restricts the session.</summary>
    [Parameter]
    [ArgumentFormat(ArgumentKind.Policy)]
    public string? Policy { get; set; }

    /// <summary>Length of a role session in seconds.</summary>
    [Parameter]
    [WholeNumber(900, 43200)]
    public int? DurationSeconds { get; set; }

    /// <summary>RAM OIDC provider that trusts the id token.</summary>
    [Parameter]
    [ArgumentFormat(ArgumentKind.ProviderArn)]
    public string? OidcProviderArn { get; set; }

    /// <summary>File that holds the id token; read again at each renewal.</summary>
    [Parameter]
    [ArgumentFormat(ArgumentKind.File)]
    public string? OidcTokenFile { get; set; }

    /// <summary>RAM role of the instance; an empty text for the attached one.</summary>
    [Parameter]
    [AllowEmptyString]
    [ArgumentFormat(ArgumentKind.InstanceRole, Accepts = EmptyValues.Text)]
    public string? EcsRamRole { get; set; }

    /// <summary>Address that returns credentials: https, or http on this machine.</summary>
    [Parameter]
    [ArgumentFormat(ArgumentKind.CredentialsAddress)]
    public string? CredentialsUri { get; set; }

    /// <summary>Exchange the id token of the GitHub Actions job, for as long as it runs.</summary>
    [Parameter]
    public SwitchParameter GitHubActions { get; set; }

    /// <summary>Exchange the id token of the Azure DevOps job, for as long as it runs.</summary>
    [Parameter]
    public SwitchParameter AzurePipelines { get; set; }

    /// <summary>Service connection of Azure DevOps whose id token is requested; without it the job's own.</summary>
    [Parameter]
    [ArgumentFormat(ArgumentKind.ServiceConnection)]
    public string? ServiceConnectionId { get; set; }

    /// <summary>Use a BDRC in memory: no network, no account.</summary>
    [Parameter]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>How often a failed call is retried at most; 0 for never.</summary>
    [Parameter]
    [WholeNumber(0, 10)]
    public int? MaxRetry { get; set; }

    /// <summary>How long a call may take in all, in seconds or as a TimeSpan; a list makes a call for each page.</summary>
    [Parameter]
    [Alias("RequestTimeoutSec")]
    [Duration(1, 3600)]
    public TimeSpan? RequestTimeout { get; set; }

    /// <summary>Returns the parameters that describe the sandbox.</summary>
    public object GetDynamicParameters() => _sandbox;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        try
        {
            // Keys may have come from the pipeline, after the first check.
            if (MyInvocation.ExpectingInput)
                base.Prepare();
            var context = Sandbox ? CreateSandboxContext() : Await(CreateServiceContextAsync);
            WarnOf(ContextResolver.AssumedEndpointOf(context));
            WriteDiagnostics();
            Write(context);
        }
        catch (BdrcException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, target: null));
        }
    }

    /// <summary>Writes the context.</summary>
    /// <param name="context">The context.</param>
    protected virtual void Write(BdrcContext context) => WriteObject(context);

    /// <inheritdoc/>
    private protected override void Prepare()
    {
        BdrcClient.WarmUp();
        base.Prepare();
    }

    /// <inheritdoc/>
    private protected override void CheckParameters(GivenParameters given)
    {
        given.Exclude(nameof(Endpoint), nameof(UseVpcEndpoint));
        given.RequireFor(Proxy is not null, static () => "-Proxy", nameof(ProxyCredential));
        given.Exclude(nameof(OidcProviderArn), nameof(AccessKeyId), nameof(AccessKeySecret), nameof(SecurityToken), nameof(ExternalId));
        given.RequireFor(
            RoleArn is not null || OidcProviderArn is not null || GitHubActions || AzurePipelines,
            static () => "-RoleArn", nameof(RoleSessionName), nameof(ExternalId), nameof(Policy), nameof(DurationSeconds));
        given.RequireFor(
            SecurityToken is null or { Length: 0 } || AccessKeyId is not null || AccessKeySecret is not null,
            static () => Strings.BothOf.FormatInvariant("-AccessKeyId", "-AccessKeySecret"), nameof(SecurityToken));
    }

    private Task<BdrcContext> CreateServiceContextAsync(CancellationToken stop) => ContextFactory.CreateAsync(new ContextRequest
    {
        Region = Region,
        Endpoint = Endpoint,
        AccessKeyId = Credential?.UserName ?? AccessKeyId,
        AccessKeySecret = Secrets.Reveal(Credential?.Password ?? AccessKeySecret),
        SecurityToken = Secrets.Reveal(SecurityToken),
        MaxRetries = MaxRetry,
        RequestTimeout = RequestTimeout,
        ProfileName = ProfileName,
        RoleArn = RoleArn,
        RoleSessionName = RoleSessionName,
        ExternalId = ExternalId,
        Policy = Policy,
        DurationSeconds = DurationSeconds,
        OidcProviderArn = OidcProviderArn,
        OidcTokenFile = OidcTokenFile is null ? null : GetUnresolvedProviderPathFromPSPath(OidcTokenFile),
        EcsRamRole = EcsRamRole,
        CredentialsUri = CredentialsUri,
        GitHubActions = GitHubActions,
        AzurePipelines = AzurePipelines,
        ServiceConnectionId = ServiceConnectionId,
        UseVpcEndpoint = UseVpcEndpoint,
        Proxy = Proxy,
        ProxyCredential = ProxyCredential?.GetNetworkCredential(),
    }, OnDiagnostic, stop);

    private BdrcContext CreateSandboxContext()
    {
        var options = _sandbox.ToOptions();
        return ContextFactory.ForSandbox(
            Region, options.AccessKeyId, options.AccessKeySecret, new BdrcSandbox(options).CreateHandler(),
            new ContextRequest { MaxRetries = MaxRetry, RequestTimeout = RequestTimeout });
    }
}
