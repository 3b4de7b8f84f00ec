using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Remove-BdrcProtectionPolicy: deletes policies.</summary>
[Cmdlet(VerbsCommon.Remove, "BdrcProtectionPolicy", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveBdrcProtectionPolicyCommand : BdrcCommand
{
    /// <summary>Ids of policies, or objects that have a ProtectionPolicyId.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(ProtectionPolicyId), IsList = true)]
    public string[] ProtectionPolicyId { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var id in ProtectionPolicyId)
        {
            if (ConfirmChange(id, Strings.ActionDeletePolicy))
                TryAwait(stop => Client.DeleteProtectionPolicyAsync(id, stop), id, out _);
        }
    }
}
