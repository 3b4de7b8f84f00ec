using System.Management.Automation;
using Bdrc.Core;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Enable-BdrcCrossAccountManagement: lets the delegated administrator's account manage others.</summary>
[Cmdlet(VerbsLifecycle.Enable, "BdrcCrossAccountManagement", SupportsShouldProcess = true)]
public sealed class EnableBdrcCrossAccountManagementCommand : BdrcCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Confirmed(Messages.ThisAccount, Messages.ActionEnableCrossAccount))
            TryAwait(stop => BdrcClient.For(Target, Report).EnableCrossAccountManagementAsync(stop), target: null, out _);
    }
}
