using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Operations.Policies;
using Bdrc.Parameters;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>
/// New-BdrcProtectionPolicy: creates one policy for all given or piped categories, and emits it. The service applies it in
/// the background.
/// </summary>
[Cmdlet(VerbsCommon.New, "BdrcProtectionPolicy", SupportsShouldProcess = true)]
[OutputType(typeof(BdrcProtectionPolicy))]
public sealed class NewBdrcProtectionPolicyCommand : BdrcCommand, IDynamicParameters
{
    private readonly SubPolicyParameters _subPolicies = new();
    private readonly List<string> _categoryIds = [];

    /// <summary>Name of the policy.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("ProtectionPolicyName")]
    [ArgumentFormat(ArgumentKind.Name)]
    public string Name { get; set; } = string.Empty;

    /// <summary>Region of the policy and of its snapshot policies. -Region is the region of the endpoint.</summary>
    [Parameter(Mandatory = true)]
    [Alias("PolicyRegionId")]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Region)]
    public string ProtectionPolicyRegionId { get; set; } = string.Empty;

    /// <summary>Categories it covers: ids, or objects that have a ResourceCategoryId.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("BoundResourceCategoryIds")]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(ResourceCategoryId), IsList = true)]
    public string[] ResourceCategoryId { get; set; } = [];

    /// <summary>Idempotency token; without it one is generated for each call.</summary>
    [Parameter]
    [ArgumentFormat(ArgumentKind.ClientToken)]
    public string? ClientToken { get; set; }

    /// <summary>Returns the parameters that describe sub-policies.</summary>
    public object GetDynamicParameters() => _subPolicies;

    /// <inheritdoc/>
    protected override void ProcessRecord() => _categoryIds.AddRange(ResourceCategoryId);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (MyInvocation.ExpectingInput && _categoryIds.Count == 0)
            WriteWarning(Strings.NoCategoryPiped);
        else
            Create();
        base.EndProcessing();
    }

    private void Create()
    {
        if (TryRun(ReadSubPolicies, Name, out var subPolicies)
            && ConfirmChange(Name, Strings.ActionCreatePolicy)
            && TryAwait(stop => CreateAsync(subPolicies, stop), Name, out var id)
            && !TryWriteResult(stop => Client.GetProtectionPolicyAsync(id, stop), id))
        {
            // The policy exists but could not be read: its id must not be lost.
            WriteObject(new BdrcProtectionPolicy
            {
                ProtectionPolicyId = id,
                ProtectionPolicyName = Name,
                ProtectionPolicyRegionId = ProtectionPolicyRegionId,
            });
        }
    }

    private IReadOnlyList<BdrcSubProtectionPolicy> ReadSubPolicies() =>
        _subPolicies.Combine() ?? throw new BdrcException(BdrcErrorKind.InvalidArgument, "NoMeasure", Strings.SubPolicyMissing);

    private Task<string> CreateAsync(IReadOnlyList<BdrcSubProtectionPolicy> subPolicies, CancellationToken stop) =>
        Client.CreateProtectionPolicyAsync(
            new PolicyChange
            {
                Name = Name,
                RegionId = ProtectionPolicyRegionId,
                ResourceCategoryIds = _categoryIds.Count == 0 ? null : _categoryIds,
                SubProtectionPolicies = subPolicies,
                ClientToken = ClientToken,
            },
            stop);
}
