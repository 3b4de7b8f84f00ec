using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Http.Transport;
using Bdrc.Pipeline;
using Bdrc.Sessions;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>
/// The base of every command that calls the service. Parameters that several commands share, such as -Tag, are properties of
/// an object in <c>Parameters</c> that those commands return from <see cref="IDynamicParameters"/>.
/// </summary>
public abstract class BdrcCommand : AsyncCommand
{
    private BdrcContext? _resolvedContext;

    /// <summary>The context to use instead of that of Connect-Bdrc.</summary>
    [Parameter]
    [ArgumentFormat(ArgumentKind.Context)]
    public BdrcContext? Context { get; set; }

    /// <summary>Region id of the endpoint, instead of the context's.</summary>
    [Parameter]
    [Alias("RegionId")]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Region, Accepts = EmptyValues.Text)]
    public string? Region { get; set; }

    /// <summary>Profile of the CLI's file or the shared ini to use instead of the context of Connect-Bdrc.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Profile)]
    public string? ProfileName { get; set; }

    /// <summary>The context of this call.</summary>
    protected BdrcContext ResolvedContext => _resolvedContext ??= ContextResolver.Find(Context, Region, ProfileName)
        ?? Await(stop => ContextResolver.CreateAsync(Region, ProfileName, OnDiagnostic, stop));

    /// <summary>The service in the context of this call.</summary>
    private protected BdrcClient Client => BdrcClient.For(ResolvedContext, OnDiagnostic);

    /// <inheritdoc/>
    private protected override void Prepare()
    {
        BdrcClient.WarmUp();
        base.Prepare();
        var context = ResolvedContext;
        OnDiagnostic(new BdrcDiagnostic(BdrcDiagnosticLevel.Verbose, () => Describe(context)));
        if (Region is not null)
            WarnOf(ContextResolver.AssumedEndpointOf(context));
        foreach (var warning in KnownValues.WarningsOf(MyInvocation))
            WarnOf(warning);
    }

    /// <summary>Calls ShouldProcess with the object and the region in which it is changed.</summary>
    /// <param name="name">The object.</param>
    /// <param name="action">The action.</param>
    protected bool ConfirmChange(string name, string action)
    {
        WriteDiagnostics();
        return ShouldProcess($"{TextSanitizer.Of(name)} ({ResolvedContext.Region ?? ResolvedContext.Endpoint.Authority})", action);
    }

    private static string Describe(BdrcContext context)
    {
        var text = Strings.EndpointAndCredentials.FormatInvariant(context.Endpoint.Authority, context.CredentialSource);
        if (ContextFactory.RegionSource(context) is { } source)
            text += " " + Strings.RegionFrom.FormatInvariant(context.Region, source);
        return text;
    }
}
