using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Http.Transport;
using Bdrc.Errors;
using Bdrc.Pipeline;
using Bdrc.Sandbox.Contract;
using Bdrc.Sandbox.Rules;
using Bdrc.Sessions;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>The base of every command that calls the service.</summary>
public abstract class BdrcCommand : AsyncCommand
{
    private BdrcContext? _resolved;

    /// <summary>Where to call and as whom, instead of the context of Connect-Bdrc.</summary>
    [Parameter]
    [ContextForm]
    public BdrcContext? Context { get; set; }

    /// <summary>Region id of the endpoint, instead of the context's.</summary>
    [Parameter]
    [Alias("RegionId")]
    [ArgumentCompleter(typeof(RegionCompleter))]
    [Text(ArgumentFormat.Region, Takes = EmptyValues.Text)]
    public string? Region { get; set; }

    /// <summary>Profile of the CLI's file or the shared ini to call as, instead of the context of Connect-Bdrc.</summary>
    [Parameter]
    [Text(ArgumentFormat.Profile)]
    [ArgumentCompleter(typeof(ProfileNameCompleter))]
    public string? ProfileName { get; set; }

    /// <summary>The context that applies to this call.</summary>
    protected BdrcContext Target => _resolved ??= ContextResolver.Find(Context, Region, ProfileName)
        ?? Await(stop => ContextResolver.MakeAsync(Region, ProfileName, Report, stop));

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        BdrcClient.WarmUp();
        try
        {
            CheckCombination();
            _ = Target;
            Report(new BdrcDiagnostic(BdrcDiagnosticLevel.Verbose, Describe));
        }
        catch (BdrcException failure)
        {
            ThrowTerminatingError(ErrorRecords.From(failure, target: null));
        }
    }

    /// <summary>Refuses parameters that say nothing together, before anything is looked up.</summary>
    /// <exception cref="BdrcException">It names them.</exception>
    protected virtual void CheckCombination()
    {
    }

    /// <summary>Refuses parameters that need something else.</summary>
    /// <param name="isThere">Whether it is there.</param>
    /// <param name="needed">What it is, as the user writes it.</param>
    /// <param name="names">The parameters.</param>
    protected void RefuseWithout(bool isThere, string needed, params string[] names)
    {
        if (!isThere && Array.Find(names, IsTyped) is { } given)
            throw ParameterConflicts.Lacks(given, needed);
    }

    /// <summary>Refuses parameters that cannot be given together with another.</summary>
    /// <param name="other">The other.</param>
    /// <param name="names">The parameters.</param>
    protected void RefuseBeside(string other, params string[] names)
    {
        if (Array.Find(names, IsTyped) is { } given)
            throw ParameterConflicts.Exclusive(given, other);
    }

    // A default that the user keeps for all commands is no mistake where it has no effect.
    private bool IsTyped(string name) => MyInvocation.BoundParameters.ContainsKey(name) && !this.Set(name);

    private string Describe()
    {
        var text = Strings.CallsAs.FormatInvariant(Target.Endpoint.Authority, Target.CredentialSource);
        if (ContextFactory.RegionSource(Target) is { } source)
            text += " " + Strings.RegionFrom.FormatInvariant(Target.Region, source);
        return Target.Region is null || EndpointResolver.IsDocumented(Target.Region)
            ? text
            : text + " " + Strings.RegionUndocumented.FormatInvariant(Target.Region);
    }

    /// <summary>Asks for confirmation, naming the object and where it is changed.</summary>
    /// <param name="what">The object.</param>
    /// <param name="action">What is done to it.</param>
    protected bool Confirmed(string what, string action) =>
        ShouldProcess($"{TextSanitizer.Of(what)} ({Target.Region ?? Target.Endpoint.Authority})", action);
}
