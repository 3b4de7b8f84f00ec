using System.Management.Automation;
using Bdrc.Completion;
using Bdrc.Core;
using Bdrc.Core.Contexts;
using Bdrc.Errors;
using Bdrc.Pipeline;
using Bdrc.Sessions;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>The base of every command that calls the service.</summary>
public abstract class BdrcCommand : AsyncCommand
{
    private BdrcContext? _resolved;

    /// <summary>Where to call and as whom, instead of the context of Connect-Bdrc.</summary>
    [Parameter]
    [ValidateNotNull]
    public BdrcContext? Context { get; set; }

    /// <summary>Region id of the endpoint, instead of the context's.</summary>
    [Parameter]
    [Alias("RegionId")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    public string? Region { get; set; }

    /// <summary>Profile of the CLI's file or the shared ini to call as, instead of the context of Connect-Bdrc.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? ProfileName { get; set; }

    /// <summary>The context that applies to this call.</summary>
    protected BdrcContext Target => _resolved ??= ContextOfCall.Find(Context, Region, ProfileName)
        ?? Await(stop => ContextOfCall.MakeAsync(Region, ProfileName, stop));

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        BdrcClient.WarmUp();
        try
        {
            _ = Target;
            Report(new BdrcDiagnostic(BdrcDiagnosticLevel.Verbose, Describe));
        }
        catch (BdrcException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, target: null));
        }
    }

    private string Describe()
    {
        var text = Messages.CallsAs.Fill(Target.Endpoint.Authority, Target.CredentialSource);
        if (ContextFactory.RegionSource(Target) is { } source)
            text += " " + Messages.RegionFrom.Fill(Target.Region, source);
        return Target.Region is null || EndpointResolver.IsDocumented(Target.Region)
            ? text
            : text + " " + Messages.RegionUndocumented.Fill(Target.Region);
    }

    /// <summary>Asks for confirmation, naming the object and where it is changed.</summary>
    /// <param name="what">The object.</param>
    /// <param name="action">What is done to it.</param>
    protected bool Confirmed(string what, string action) =>
        ShouldProcess($"{what} ({Target.Region ?? Target.Endpoint.Authority})", action);
}
