using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Core.Client;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Operations.Policies;
using Bdrc.Sandbox.Contract;
using Bdrc.Sandbox.Policies;

namespace Bdrc.Commands;

/// <summary>The base of the commands that say what a protection policy does.</summary>
public abstract class PolicyChangeCommand : BdrcCommand
{
    /// <summary>ECS automatic snapshot policies to attach, <c>sp-…</c>, from the region of the protection policy.</summary>
    [Parameter]
    [Text(ArgumentFormat.Identifier, IsList = true)]
    public string[]? AutoSnapshotPolicyId { get; set; }

    /// <summary>SubProtectionPolicies of any kind: objects, hashtables, or JSON text.</summary>
    [Parameter]
    [Alias("SubProtectionPolicies")]
    [SubProtectionPolicies]
    public BdrcSubProtectionPolicy[]? SubProtectionPolicy { get; set; }

    /// <summary>Idempotency token; without it one is made for each call.</summary>
    [Parameter]
    [Text(ArgumentFormat.ClientToken)]
    public string? ClientToken { get; set; }

    /// <summary>All measures that were given; null for none.</summary>
    /// <exception cref="BdrcException">A snapshot policy id is not well formed.</exception>
    protected IReadOnlyList<BdrcSubProtectionPolicy>? GetMeasures()
    {
        if (AutoSnapshotPolicyId is null && SubProtectionPolicy is null)
            return null;

        var measures = new List<BdrcSubProtectionPolicy>(SubProtectionPolicy ?? []);
        foreach (var id in AutoSnapshotPolicyId ?? [])
            measures.Add(SubProtectionPolicyJson.ForAutoSnapshotPolicy(id));
        return measures;
    }

    /// <summary>Emits a policy.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>Whether it could be read.</returns>
    protected bool TryWritePolicy(string id) =>
        TryWrite(stop => BdrcClient.For(Target, Report).GetProtectionPolicyAsync(id, stop), id);
}
