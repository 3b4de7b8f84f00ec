using System.Management.Automation;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Disable-BdrcProductCheck: turns the checks and scores of a product off.</summary>
[Cmdlet(VerbsLifecycle.Disable, "BdrcProductCheck", SupportsShouldProcess = true)]
[OutputType(typeof(BdrcProduct))]
public sealed class DisableBdrcProductCheckCommand : EnableBdrcProductCheckCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => Switch(isEnabled: false, Strings.ActionCheckDisable);
}
