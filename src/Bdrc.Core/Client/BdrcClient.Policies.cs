using Bdrc.Core.Operations;
using Bdrc.Core.Operations.Policies;

namespace Bdrc.Core.Client;

/// <content>Protection policies.</content>
public sealed partial class BdrcClient
{
    /// <summary>CreateProtectionPolicy: makes a policy, which the service then applies in the background.</summary>
    /// <param name="policy">What it shall be; name, region and measures are needed.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The new policy's id.</returns>
    public async Task<string> CreateProtectionPolicyAsync(PolicyChange policy, CancellationToken cancellationToken)
    {
        var request = policy.FillIn(new ApiRequest(BdrcOperations.CreateProtectionPolicy))
            .AddId("ProtectionPolicyRegionId", policy.RegionId);
        return (await CallAsync<BdrcProtectionPolicy>(request, cancellationToken).ConfigureAwait(false)).Data.ProtectionPolicyId;
    }

    /// <summary>GetProtectionPolicy: one policy.</summary>
    /// <param name="protectionPolicyId">Its id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<BdrcProtectionPolicy> GetProtectionPolicyAsync(string protectionPolicyId, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(BdrcOperations.GetProtectionPolicy).Add("ProtectionPolicyId", protectionPolicyId);
        return (await CallAsync<BdrcProtectionPolicy>(request, cancellationToken).ConfigureAwait(false)).Data;
    }

    /// <summary>ListProtectionPolicies: policies, page by page.</summary>
    /// <param name="protectionPolicyId">Only this one; null for all.</param>
    /// <param name="protectionPolicyRegionId">Only policies of this region; null for all.</param>
    /// <param name="pageSize">Policies on a page, 1 to 100; null for 100.</param>
    public PageReader<BdrcProtectionPolicy> ListProtectionPolicies(
        string? protectionPolicyId, string? protectionPolicyRegionId, int? pageSize) =>
        Pages<BdrcProtectionPolicy>(() => new ApiRequest(BdrcOperations.ListProtectionPolicies)
            .Add("MaxResults", pageSize ?? 100)
            .AddId("ProtectionPolicyId", protectionPolicyId)
            .AddId("ProtectionPolicyRegionId", protectionPolicyRegionId));

    /// <summary>UpdateProtectionPolicy: changes a policy; lists replace what was there.</summary>
    /// <param name="protectionPolicyId">Its id.</param>
    /// <param name="change">What changes.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The request id.</returns>
    public Task<string?> UpdateProtectionPolicyAsync(
        string protectionPolicyId, PolicyChange change, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(BdrcOperations.UpdateProtectionPolicy).Add("ProtectionPolicyId", protectionPolicyId);
        return ConfirmAsync(change.FillIn(request), cancellationToken);
    }

    /// <summary>DeleteProtectionPolicy: deletes a policy.</summary>
    /// <param name="protectionPolicyId">Its id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <returns>The request id.</returns>
    public Task<string?> DeleteProtectionPolicyAsync(string protectionPolicyId, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(BdrcOperations.DeleteProtectionPolicy).Add("ProtectionPolicyId", protectionPolicyId);
        return ConfirmAsync(request, cancellationToken);
    }

    /// <summary>ListProtectionPolicyApplications: what one application did to each resource, page by page.</summary>
    /// <param name="query">Which application and which records.</param>
    public PageReader<BdrcProtectionPolicyApplication> ListProtectionPolicyApplications(ApplicationQuery query) =>
        Pages<BdrcProtectionPolicyApplication>(query.ToRequest);
}
