using System.Management.Automation;

namespace Bdrc.Commands;

/// <summary>Remove-BdrcCrossAccount: releases accounts, folders or directories from management, all of a pipeline in one task.</summary>
[Cmdlet(VerbsCommon.Remove, "BdrcCrossAccount", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
[OutputType(typeof(BdrcTaskHandle), typeof(BdrcTask), typeof(Jobs.WaitJob))]
public sealed class RemoveBdrcCrossAccountCommand : AddBdrcCrossAccountCommand
{
    /// <inheritdoc/>
    private protected override bool IsRemoval => true;
}
