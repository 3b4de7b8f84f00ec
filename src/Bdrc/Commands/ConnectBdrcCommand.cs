using System.Management.Automation;
using Bdrc.Core.Client;
using Bdrc.Sessions;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Connect-Bdrc: creates a context as New-BdrcContext does, and makes it the default of this runspace.</summary>
[Cmdlet(VerbsCommunications.Connect, "Bdrc")]
[OutputType(typeof(BdrcContext))]
public sealed class ConnectBdrcCommand : NewBdrcContextCommand
{
    /// <summary>
    /// Call the service once before the context becomes the default. When the endpoint or the credentials are not usable, the
    /// error is written and the default stays as it was.
    /// </summary>
    [Parameter]
    public SwitchParameter Verify { get; set; }

    /// <inheritdoc/>
    protected override void Write(BdrcContext context)
    {
        if (Verify)
            Check(context);
        DefaultContext.Current = context;
        base.Write(context);
    }

    private void Check(BdrcContext context)
    {
        var service = Await(stop => BdrcClient.For(context, OnDiagnostic).GetBdrcServiceAsync(stop));
        if (service.IsOpen)
            WriteVerbose(Strings.ContextVerified.FormatInvariant(context.Endpoint.Authority, service.ServiceStatus));
        else
            WriteWarning(Strings.ServiceIsNotOpen.FormatInvariant(service.ServiceStatus) + " " + Strings.AdviceOpenService);
    }
}
