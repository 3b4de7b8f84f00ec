using System.Management.Automation;
using Bdrc.Core.Client;
using Bdrc.Core.Operations.CrossAccounts;
using Bdrc.Sandbox.Contract;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Add-BdrcCrossAccount: brings accounts, folders or directories under management.</summary>
[Cmdlet(VerbsCommon.Add, "BdrcCrossAccount", SupportsShouldProcess = true)]
[OutputType(typeof(BdrcTaskHandle), typeof(BdrcTask), typeof(Jobs.WaitJob))]
public sealed class AddBdrcCrossAccountCommand : CrossAccountChangeCommand
{
    /// <inheritdoc/>
    protected override void EndProcessing() => StartForAll(Strings.ActionAddCrossAccount, ChangeAsync);

    private Task<BdrcTaskHandle> ChangeAsync(CancellationToken stop)
    {
        var targets = new List<CrossAccountTarget>(Targets.Count);
        foreach (var target in Targets)
            targets.Add(new CrossAccountTarget(target.Key, target.Value));
        return BdrcClient.For(Target, Report).UpdateCrossAccountsAsync(targets, deleteTargets: null, stop);
    }
}
