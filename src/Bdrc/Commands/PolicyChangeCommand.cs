using System.Management.Automation;
using Bdrc.Binding;
using Bdrc.Core;
using Bdrc.Core.Policies;

namespace Bdrc.Commands;

/// <summary>The base of the commands that say what a protection policy does.</summary>
public abstract class PolicyChangeCommand : BdrcCommand
{
    /// <summary>ECS automatic snapshot policies to attach, <c>sp-…</c>, from the region of the protection policy.</summary>
    [Parameter]
    [Text(TextForm.Identifier, IsList = true)]
    public string[]? AutoSnapshotPolicyId { get; set; }

    /// <summary>Measures of any kind: objects, hashtables, or JSON text.</summary>
    [Parameter]
    [Alias("SubProtectionPolicies")]
    [Measures]
    public BdrcSubProtectionPolicy[]? SubProtectionPolicy { get; set; }

    /// <summary>Idempotency token; without it one is made for each call.</summary>
    [Parameter]
    [Text(TextForm.ClientToken)]
    public string? ClientToken { get; set; }

    /// <summary>All measures that were given; null for none.</summary>
    /// <exception cref="BdrcException">A snapshot policy id is not well formed.</exception>
    protected IReadOnlyList<BdrcSubProtectionPolicy>? GetMeasures()
    {
        if (AutoSnapshotPolicyId is null && SubProtectionPolicy is null)
            return null;

        var measures = new List<BdrcSubProtectionPolicy>(SubProtectionPolicy ?? []);
        foreach (var id in AutoSnapshotPolicyId ?? [])
            measures.Add(Measures.ForAutoSnapshotPolicy(id));
        return measures;
    }

    /// <summary>Emits a policy.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>Whether it could be read.</returns>
    protected bool TryWritePolicy(string id) =>
        TryWrite(stop => BdrcClient.For(Target, Report).GetProtectionPolicyAsync(id, stop), id);
}
