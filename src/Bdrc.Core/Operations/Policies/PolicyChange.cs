using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Operations.Policies;

/// <summary>What a protection policy shall be. On an update, null keeps what is there.</summary>
public sealed class PolicyChange
{
    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>Region of the policy; a new policy needs one, an existing one keeps its own.</summary>
    public string? RegionId { get; set; }

    /// <summary>Identifiers of the categories it covers; an empty list on an update leaves none.</summary>
    public IReadOnlyList<string>? ResourceCategoryIds { get; set; }

    /// <summary>The measures.</summary>
    public IReadOnlyList<BdrcSubProtectionPolicy>? SubProtectionPolicies { get; set; }

    /// <summary>Idempotency token, up to 64 ASCII characters; null to have one made for the call.</summary>
    public string? ClientToken { get; set; }

    // One token for the whole call: the pipeline's own repeats carry the same form.
    internal ApiRequest FillIn(ApiRequest request) => request
        .AddList("BoundResourceCategoryIds", ResourceCategoryIds)
        .AddId("ClientToken", ClientToken ?? Guid.NewGuid().ToString())
        .AddName("ProtectionPolicyName", Name)
        .Add("SubProtectionPolicies", SubProtectionPolicies is null ? null : SubProtectionPolicyJson.Write(SubProtectionPolicies));
}
