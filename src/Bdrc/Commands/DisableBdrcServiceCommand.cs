using System.Management.Automation;
using Bdrc.Core.Client;
using Bdrc.Sandbox.Contract;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Disable-BdrcService: closes the service. What becomes of its inventory, categories and policies is not documented.</summary>
[Cmdlet(VerbsLifecycle.Disable, "BdrcService", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(BdrcService))]
public sealed class DisableBdrcServiceCommand : BdrcCommand
{
    /// <summary>Emit the service as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Confirmed(Strings.TheService, Strings.ActionClose)
            && TryAwait(stop => BdrcClient.For(Target, Report).CloseBdrcServiceAsync(stop), target: null, out _)
            && PassThru)
        {
            TryWrite(stop => BdrcClient.For(Target, Report).GetBdrcServiceAsync(stop), target: null);
        }
    }
}
