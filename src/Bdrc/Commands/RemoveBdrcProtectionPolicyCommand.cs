using System.Management.Automation;
using Bdrc.Binding;
using Bdrc.Core;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Remove-BdrcProtectionPolicy: deletes policies.</summary>
[Cmdlet(VerbsCommon.Remove, "BdrcProtectionPolicy", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveBdrcProtectionPolicyCommand : BdrcCommand
{
    /// <summary>Ids of policies, or objects that have a ProtectionPolicyId.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Identity(nameof(ProtectionPolicyId), IsList = true)]
    public string[] ProtectionPolicyId { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var id in ProtectionPolicyId)
        {
            if (Confirmed(id, Messages.ActionDeletePolicy))
                TryAwait(stop => BdrcClient.For(Target, Report).DeleteProtectionPolicyAsync(id, stop), id, out _);
        }
    }
}
