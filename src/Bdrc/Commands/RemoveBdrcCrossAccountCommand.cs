using System.Management.Automation;
using Bdrc.Core.Client;
using Bdrc.Core.Operations.CrossAccounts;
using Bdrc.Sandbox.Contract;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Remove-BdrcCrossAccount: releases accounts, folders or directories from management.</summary>
[Cmdlet(VerbsCommon.Remove, "BdrcCrossAccount", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(BdrcTaskHandle), typeof(BdrcTask), typeof(Jobs.WaitJob))]
public sealed class RemoveBdrcCrossAccountCommand : CrossAccountChangeCommand
{
    /// <inheritdoc/>
    protected override void EndProcessing() => StartForAll(Strings.ActionRemoveCrossAccount, ChangeAsync);

    private Task<BdrcTaskHandle> ChangeAsync(CancellationToken stop)
    {
        var targets = new List<CrossAccountTarget>(Targets.Count);
        foreach (var target in Targets)
            targets.Add(new CrossAccountTarget(target.Key, target.Value));
        return BdrcClient.For(Target, Report).UpdateCrossAccountsAsync(createTargets: null, targets, stop);
    }
}
