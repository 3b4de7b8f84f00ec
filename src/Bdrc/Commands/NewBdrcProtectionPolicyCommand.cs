using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Client;
using Bdrc.Core.Operations.Policies;
using Bdrc.Sandbox.Contract;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>
/// New-BdrcProtectionPolicy: makes one policy for all the categories given or piped in, and emits it. The service applies it
/// in the background.
/// </summary>
[Cmdlet(VerbsCommon.New, "BdrcProtectionPolicy", SupportsShouldProcess = true)]
[OutputType(typeof(BdrcProtectionPolicy))]
public sealed class NewBdrcProtectionPolicyCommand : PolicyChangeCommand
{
    private readonly List<string> _categoryIds = [];
    private IReadOnlyList<BdrcSubProtectionPolicy> _measures = [];

    /// <summary>Name of the policy.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("ProtectionPolicyName")]
    [Text(ArgumentFormat.Name)]
    public string Name { get; set; } = string.Empty;

    /// <summary>Region of the policy; its snapshot policies must be there too. -Region is the region of the service that is asked.</summary>
    [Parameter(Mandatory = true)]
    [Alias("PolicyRegionId")]
    [ArgumentCompleter(typeof(ResourceRegionCompleter))]
    [Text(ArgumentFormat.Region)]
    public string ProtectionPolicyRegionId { get; set; } = string.Empty;

    /// <summary>Categories it covers: ids, or objects that have a ResourceCategoryId.</summary>
    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("BoundResourceCategoryIds")]
    [Identity(nameof(ResourceCategoryId), IsList = true)]
    public string[] ResourceCategoryId { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => _categoryIds.AddRange(ResourceCategoryId);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (MyInvocation.ExpectingInput && _categoryIds.Count == 0)
        {
            WriteWarning(Strings.NoCategoryPiped);
            return;
        }

        if (TryAwait(_ => Task.FromResult(GetMeasures() ?? MeasuresMissing()), Name, out _measures)
            && Confirmed(Name, Strings.ActionCreatePolicy)
            && TryAwait(CreateAsync, Name, out var id)
            && !TryWritePolicy(id))
        {
            // It exists: what is known of it must not be lost.
            WriteObject(new BdrcProtectionPolicy { ProtectionPolicyId = id, ProtectionPolicyName = Name, ProtectionPolicyRegionId = ProtectionPolicyRegionId });
        }
    }

    private static IReadOnlyList<BdrcSubProtectionPolicy> MeasuresMissing() =>
        throw new BdrcException(BdrcErrorKind.InvalidArgument, "NoMeasure", Strings.MeasureMissing);

    private Task<string> CreateAsync(CancellationToken stop) => BdrcClient.For(Target, Report).CreateProtectionPolicyAsync(
        new PolicyChange
        {
            Name = Name,
            RegionId = ProtectionPolicyRegionId,
            ResourceCategoryIds = _categoryIds.Count == 0 ? null : _categoryIds,
            SubProtectionPolicies = _measures,
            ClientToken = ClientToken,
        },
        stop);
}
