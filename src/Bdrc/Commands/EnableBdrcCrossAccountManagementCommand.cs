using System.Management.Automation;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Enable-BdrcCrossAccountManagement: enables management of other accounts by the delegated administrator's account.</summary>
[Cmdlet(VerbsLifecycle.Enable, "BdrcCrossAccountManagement", SupportsShouldProcess = true)]
public sealed class EnableBdrcCrossAccountManagementCommand : BdrcCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ConfirmChange(Strings.ThisAccount, Strings.ActionEnableCrossAccount))
            TryAwait(stop => Client.EnableCrossAccountManagementAsync(stop), target: null, out _);
    }
}
