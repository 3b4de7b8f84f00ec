using System.Management.Automation;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Disable-BdrcService: closes the service. What happens to its inventory and policies is not documented.</summary>
[Cmdlet(VerbsLifecycle.Disable, "BdrcService", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(BdrcService))]
public sealed class DisableBdrcServiceCommand : BdrcCommand
{
    /// <summary>Emit the service after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ConfirmChange(Strings.TheService, Strings.ActionClose)
            && TryAwait(stop => Client.CloseBdrcServiceAsync(stop), target: null, out _)
            && PassThru)
        {
            TryWriteResult(stop => Client.GetBdrcServiceAsync(stop), target: null);
        }
    }
}
