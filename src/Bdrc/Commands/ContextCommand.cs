using System.Management.Automation;
using System.Security;
using Bdrc.Binding;
using Bdrc.Completion;
using Bdrc.Core;
using Bdrc.Core.Contexts;
using Bdrc.Errors;
using Bdrc.Sandbox;

namespace Bdrc.Commands;

/// <summary>The base of the commands that make a context.</summary>
public abstract class ContextCommand : PSCmdlet
{
    /// <summary>Parameter set of the real service.</summary>
    protected const string ServiceSet = "Service";

    /// <summary>Parameter set of the sandbox.</summary>
    protected const string SandboxSet = "Sandbox";

    /// <summary>Region id of the endpoint.</summary>
    [Parameter(Position = 0)]
    [Alias("RegionId")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [AllowEmptyString]
    public string? Region { get; set; }

    /// <summary>Endpoint instead of the regional one: <c>host[:port]</c> or <c>https://host[:port]</c>.</summary>
    [Parameter(ParameterSetName = ServiceSet)]
    [AllowEmptyString]
    public string? Endpoint { get; set; }

    /// <summary>Access key id; without it the environment is read.</summary>
    [Parameter(ParameterSetName = ServiceSet, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    public string? AccessKeyId { get; set; }

    /// <summary>Access key secret, as a SecureString or as text.</summary>
    [Parameter(ParameterSetName = ServiceSet, ValueFromPipelineByPropertyName = true)]
    [Secret]
    public SecureString? AccessKeySecret { get; set; }

    /// <summary>Security token of a temporary key, as a SecureString or as text.</summary>
    [Parameter(ParameterSetName = ServiceSet, ValueFromPipelineByPropertyName = true)]
    [Secret]
    public SecureString? SecurityToken { get; set; }

    /// <summary>Use a BDRC in memory: no network, no account.</summary>
    [Parameter(Mandatory = true, ParameterSetName = SandboxSet)]
    public SwitchParameter Sandbox { get; set; }

    /// <summary>How many resources the sandbox holds.</summary>
    [Parameter(ParameterSetName = SandboxSet)]
    [ValidateRange(0, 1000000)]
    public int? Resources { get; set; }

    /// <summary>How many finished tasks the sandbox starts with.</summary>
    [Parameter(ParameterSetName = SandboxSet)]
    [ValidateRange(0, 1000000)]
    public int? FinishedTasks { get; set; }

    /// <summary>How long a task of the sandbox takes, in seconds.</summary>
    [Parameter(ParameterSetName = SandboxSet)]
    [ValidateRange(0.0, 86400.0)]
    public double? TaskDuration { get; set; }

    /// <summary>How often a call is repeated at most when it fails; 0 for never.</summary>
    [Parameter]
    [ValidateRange(0, 10)]
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
            return Sandbox ? CreateSandboxContext() : CreateServiceContext();
        }
        catch (BdrcException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, target: null));
            throw;
        }
    }

    private BdrcContext CreateServiceContext() => ContextFactory.Create(new ContextRequest
    {
        Region = Region,
        Endpoint = Endpoint,
        AccessKeyId = AccessKeyId,
        AccessKeySecret = Secrets.Reveal(AccessKeySecret),
        SecurityToken = Secrets.Reveal(SecurityToken),
        MaxRetries = MaxRetry,
        RequestTimeout = RequestTimeout,
    });

    private BdrcContext CreateSandboxContext()
    {
        var options = new SandboxOptions();
        if (Resources is { } resources)
            options.Resources = resources;
        if (FinishedTasks is { } finished)
            options.FinishedTasks = finished;
        if (TaskDuration is { } seconds)
            options.TaskDuration = TimeSpan.FromSeconds(seconds);
        return ContextFactory.ForSandbox(
            Region, options.AccessKeyId, options.AccessKeySecret, new BdrcSandbox(options).CreateHandler(),
            new ContextRequest { MaxRetries = MaxRetry, RequestTimeout = RequestTimeout });
    }
}
