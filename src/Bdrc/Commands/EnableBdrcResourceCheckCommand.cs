using System.Management.Automation;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Enable-BdrcResourceCheck: switches the checks and score of a resource on.</summary>
[Cmdlet(VerbsLifecycle.Enable, "BdrcResourceCheck", SupportsShouldProcess = true)]
[OutputType(typeof(BdrcResource))]
public sealed class EnableBdrcResourceCheckCommand : ResourceCheckCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => Switch(enabled: true, Strings.ActionCheckEnable);
}
