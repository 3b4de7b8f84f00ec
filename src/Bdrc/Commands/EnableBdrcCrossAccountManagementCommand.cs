using System.Management.Automation;
using Bdrc.Core.Client;
using Bdrc.Sandbox.Contract;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Enable-BdrcCrossAccountManagement: lets the delegated administrator's account manage others.</summary>
[Cmdlet(VerbsLifecycle.Enable, "BdrcCrossAccountManagement", SupportsShouldProcess = true)]
public sealed class EnableBdrcCrossAccountManagementCommand : BdrcCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Confirmed(Strings.ThisAccount, Strings.ActionEnableCrossAccount))
            TryAwait(stop => BdrcClient.For(Target, Report).EnableCrossAccountManagementAsync(stop), target: null, out _);
    }
}
