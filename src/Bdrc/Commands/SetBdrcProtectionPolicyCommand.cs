using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Core.Client;
using Bdrc.Core.Operations.Policies;
using Bdrc.Sandbox.Contract;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Set-BdrcProtectionPolicy: changes policies; a list that is given replaces what was there.</summary>
[Cmdlet(VerbsCommon.Set, "BdrcProtectionPolicy", SupportsShouldProcess = true)]
[OutputType(typeof(BdrcProtectionPolicy))]
public sealed class SetBdrcProtectionPolicyCommand : PolicyChangeCommand
{
    private IReadOnlyList<BdrcSubProtectionPolicy>? _measures;

    /// <summary>Ids of policies, or objects that have a ProtectionPolicyId.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Identity(nameof(ProtectionPolicyId), IsList = true)]
    public string[] ProtectionPolicyId { get; set; } = [];

    /// <summary>New name.</summary>
    [Parameter]
    [Alias("ProtectionPolicyName")]
    [Text(ArgumentFormat.Name)]
    public string? Name { get; set; }

    /// <summary>Categories it covers from now on: ids, or objects that have a ResourceCategoryId; an empty list for none.</summary>
    [Parameter]
    [Alias("BoundResourceCategoryIds")]
    [AllowEmptyCollection]
    [Identity(nameof(ResourceCategoryId), IsList = true, Takes = EmptyValues.List)]
    public string[]? ResourceCategoryId { get; set; }

    /// <summary>Emit each policy as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var id in ProtectionPolicyId)
        {
            if (TryAwait(_ => Task.FromResult(GetMeasures()), id, out _measures)
                && HasChange(id)
                && Confirmed(id, Strings.ActionChangePolicy)
                && TryAwait(stop => ChangeAsync(id, stop), id, out _)
                && PassThru)
            {
                TryWritePolicy(id);
            }
        }
    }

    private bool HasChange(string id)
    {
        if (Name is not null || ResourceCategoryId is not null || _measures is not null)
            return true;
        WriteFailure(new BdrcException(BdrcErrorKind.InvalidArgument, "NothingToChange", Strings.NothingToChangePolicy), id);
        return false;
    }

    private Task<string?> ChangeAsync(string id, CancellationToken stop) => BdrcClient.For(Target, Report).UpdateProtectionPolicyAsync(
        id,
        new PolicyChange { Name = Name, ResourceCategoryIds = ResourceCategoryId, SubProtectionPolicies = _measures, ClientToken = ClientToken },
        stop);
}
