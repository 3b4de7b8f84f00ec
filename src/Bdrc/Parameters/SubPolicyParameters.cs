using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Core.Operations.Policies;

namespace Bdrc.Parameters;

/// <summary>
/// The parameters that describe the sub-policies of a protection policy. A command returns this object as its
/// <see cref="IDynamicParameters"/>, and declares none of them itself.
/// </summary>
public sealed class SubPolicyParameters
{
    /// <summary>ECS automatic snapshot policies to attach, <c>sp-…</c>, from the region of the protection policy.</summary>
    [Parameter]
    [ArgumentFormat(ArgumentKind.Identifier, IsList = true)]
    public string[]? AutoSnapshotPolicyId { get; set; }

    /// <summary>Sub-policies of any type: objects, hashtables, or JSON text.</summary>
    [Parameter]
    [Alias("SubProtectionPolicies")]
    [SubProtectionPolicies]
    public BdrcSubProtectionPolicy[]? SubProtectionPolicy { get; set; }

    /// <summary>Returns all given sub-policies; null when none was given.</summary>
    /// <exception cref="BdrcException">The id of a snapshot policy has another format.</exception>
    internal IReadOnlyList<BdrcSubProtectionPolicy>? Combine() => SubProtectionPolicy is null && AutoSnapshotPolicyId is null
        ? null
        : [.. SubProtectionPolicy ?? [], .. (AutoSnapshotPolicyId ?? []).Select(SubProtectionPolicyJson.ForAutoSnapshotPolicy)];
}
