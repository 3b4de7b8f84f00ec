using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Operations.Policies;
using Bdrc.Parameters;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Set-BdrcProtectionPolicy: changes policies; a given list replaces the old one.</summary>
[Cmdlet(VerbsCommon.Set, "BdrcProtectionPolicy", SupportsShouldProcess = true)]
[OutputType(typeof(BdrcProtectionPolicy))]
public sealed class SetBdrcProtectionPolicyCommand : BdrcCommand, IDynamicParameters
{
    private readonly SubPolicyParameters _subPolicies = new();

    /// <summary>Ids of policies, or objects that have a ProtectionPolicyId.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(ProtectionPolicyId), IsList = true)]
    public string[] ProtectionPolicyId { get; set; } = [];

    /// <summary>New name.</summary>
    [Parameter]
    [Alias("ProtectionPolicyName")]
    [ArgumentFormat(ArgumentKind.Name)]
    public string? Name { get; set; }

    /// <summary>Categories it covers after the change: ids, or objects that have a ResourceCategoryId; an empty list for none.</summary>
    [Parameter]
    [Alias("BoundResourceCategoryIds")]
    [AllowEmptyCollection]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(ResourceCategoryId), IsList = true, Accepts = EmptyValues.List)]
    public string[]? ResourceCategoryId { get; set; }

    /// <summary>Idempotency token; without it one is generated for each call.</summary>
    [Parameter]
    [ArgumentFormat(ArgumentKind.ClientToken)]
    public string? ClientToken { get; set; }

    /// <summary>Emit each policy after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Returns the parameters that describe sub-policies.</summary>
    public object GetDynamicParameters() => _subPolicies;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var id in ProtectionPolicyId)
        {
            if (TryRun(ReadSubPolicies, id, out var subPolicies)
                && ConfirmChange(id, Strings.ActionChangePolicy)
                && TryAwait(stop => ChangeAsync(id, subPolicies, stop), id, out _)
                && PassThru)
            {
                TryWriteResult(stop => Client.GetProtectionPolicyAsync(id, stop), id);
            }
        }
    }

    private IReadOnlyList<BdrcSubProtectionPolicy>? ReadSubPolicies()
    {
        var subPolicies = _subPolicies.Combine();
        return Name is not null || ResourceCategoryId is not null || subPolicies is not null
            ? subPolicies
            : throw new BdrcException(BdrcErrorKind.InvalidArgument, "NothingToChange", Strings.NothingToChangePolicy);
    }

    private Task<string?> ChangeAsync(string id, IReadOnlyList<BdrcSubProtectionPolicy>? subPolicies, CancellationToken stop) =>
        Client.UpdateProtectionPolicyAsync(
            id,
            new PolicyChange
            {
                Name = Name,
                ResourceCategoryIds = ResourceCategoryId,
                SubProtectionPolicies = subPolicies,
                ClientToken = ClientToken,
            },
            stop);
}
