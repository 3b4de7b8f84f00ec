using System.Management.Automation;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Disable-BdrcResourceCheck: turns the checks and score of a resource off.</summary>
[Cmdlet(VerbsLifecycle.Disable, "BdrcResourceCheck", SupportsShouldProcess = true)]
[OutputType(typeof(BdrcResource))]
public sealed class DisableBdrcResourceCheckCommand : EnableBdrcResourceCheckCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => Switch(isEnabled: false, Strings.ActionCheckDisable);
}
