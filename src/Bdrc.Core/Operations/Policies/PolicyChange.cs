namespace Bdrc.Core.Operations.Policies;

/// <summary>The settings of a new or changed protection policy. In an update, null keeps the current value.</summary>
public sealed class PolicyChange
{
    /// <summary>Name.</summary>
    public string? Name { get; set; }

    /// <summary>Region of the policy; a new policy needs one, an existing one keeps its own.</summary>
    public string? RegionId { get; set; }

    /// <summary>Identifiers of the categories that it covers. In an update, an empty list removes all.</summary>
    public IReadOnlyList<string>? ResourceCategoryIds { get; set; }

    /// <summary>The sub-protection policies.</summary>
    public IReadOnlyList<BdrcSubProtectionPolicy>? SubProtectionPolicies { get; set; }

    /// <summary>Idempotency token, up to 64 ASCII characters; null to generate one for the call.</summary>
    public string? ClientToken { get; set; }

    // One token for the whole call: retries of the pipeline send the same form.
    internal ApiRequest FillIn(ApiRequest request) => request
        .AddList("BoundResourceCategoryIds", ResourceCategoryIds)
        .AddId("ClientToken", ClientToken ?? Guid.NewGuid().ToString())
        .AddName("ProtectionPolicyName", Name)
        .Add("SubProtectionPolicies", SubProtectionPolicies is null ? null : SubProtectionPolicyJson.Write(SubProtectionPolicies));
}
