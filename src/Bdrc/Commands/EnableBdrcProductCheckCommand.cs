using System.Management.Automation;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Enable-BdrcProductCheck: switches the checks and scores of a product on.</summary>
[Cmdlet(VerbsLifecycle.Enable, "BdrcProductCheck", SupportsShouldProcess = true)]
[OutputType(typeof(BdrcProduct))]
public sealed class EnableBdrcProductCheckCommand : ProductCheckCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => Switch(enabled: true, Strings.ActionCheckEnable);
}
