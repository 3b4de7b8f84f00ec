using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Errors;
using Bdrc.Pipeline;
using Bdrc.Sandbox;
using Bdrc.Sandbox.Rules;

namespace Bdrc.Commands;

/// <summary>The base of the commands that make a context.</summary>
public abstract partial class ContextCommand : AsyncCommand
{
    /// <summary>Parameter set of the real service.</summary>
    protected const string ServiceSet = "Service";

    /// <summary>Parameter set of the sandbox.</summary>
    protected const string SandboxSet = "Sandbox";

    /// <summary>Region id of the endpoint.</summary>
    [Parameter(Position = 0)]
    [Alias("RegionId")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [Text(ArgumentFormat.Region, Takes = EmptyValues.Text)]
    public string? Region { get; set; }

    /// <summary>Endpoint instead of the regional one: <c>host[:port]</c> or <c>https://host[:port]</c>.</summary>
    [Parameter(ParameterSetName = ServiceSet)]
    [Parameter(ParameterSetName = CredentialSet)]
    [Parameter(ParameterSetName = ProfileSet)]
    [Parameter(ParameterSetName = OidcSet)]
    [Parameter(ParameterSetName = EcsSet)]
    [Parameter(ParameterSetName = UriSet)]
    [Parameter(ParameterSetName = GitHubSet)]
    [Parameter(ParameterSetName = AzureSet)]
    [Text(ArgumentFormat.Endpoint)]
    public string? Endpoint { get; set => field = this.Beside(value); }

    /// <summary>Call the host that is reached inside a VPC.</summary>
    [Parameter]
    public SwitchParameter UseVpcEndpoint { get; set; }

    /// <summary>Proxy of all calls; this machine and the instance metadata are called directly all the same.</summary>
    [Parameter]
    [ProxyAddress]
    public Uri? Proxy { get; set; }

    /// <summary>User name and password of the proxy.</summary>
    [Parameter]
    [Credential]
    [CredentialForm]
    public PSCredential? ProxyCredential { get; set; }

    /// <summary>Use a BDRC in memory: no network, no account.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SandboxSet)]
    public SwitchParameter Sandbox { get; set => field = this.Beside(value); }

    /// <summary>How many resources the sandbox holds.</summary>
    [Parameter(ParameterSetName = SandboxSet)]
    [WholeNumber(0, 1000000)]
    public int? Resources { get; set => field = this.Beside(value); }

    /// <summary>How many finished tasks the sandbox starts with.</summary>
    [Parameter(ParameterSetName = SandboxSet)]
    [WholeNumber(0, 1000000)]
    public int? FinishedTasks { get; set => field = this.Beside(value); }

    /// <summary>How long a task of the sandbox takes, in seconds.</summary>
    [Parameter(ParameterSetName = SandboxSet)]
    [Duration(0, 86400)]
    public TimeSpan? TaskDuration { get; set => field = this.Beside(value); }

    /// <summary>How often a call is repeated at most when it fails; 0 for never.</summary>
    [Parameter]
    [WholeNumber(0, 10)]
    public int? MaxRetry { get; set; }

    /// <summary>How long a call may take in all, in seconds or as a TimeSpan; a list makes a call for each page.</summary>
    [Parameter]
    [Alias("RequestTimeoutSec")]
    [Duration(1, 3600)]
    public TimeSpan? RequestTimeout { get; set; }

    /// <summary>Makes the context; what is wrong with it ends the command.</summary>
    protected BdrcContext CreateContext()
    {
        BdrcClient.WarmUp();
        try
        {
            CheckCombination();
            return Sandbox ? CreateSandboxContext() : Await(CreateServiceContextAsync);
        }
        catch (BdrcException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, target: null));
            throw;
        }
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
    }, Report, stop);

    private BdrcContext CreateSandboxContext()
    {
        var options = new SandboxOptions();
        if (Resources is { } resources)
            options.Resources = resources;
        if (FinishedTasks is { } finished)
            options.FinishedTasks = finished;
        if (TaskDuration is { } duration)
            options.TaskDuration = duration;
        return ContextFactory.ForSandbox(
            Region, options.AccessKeyId, options.AccessKeySecret, new BdrcSandbox(options).CreateHandler(),
            new ContextRequest { MaxRetries = MaxRetry, RequestTimeout = RequestTimeout });
    }
}
