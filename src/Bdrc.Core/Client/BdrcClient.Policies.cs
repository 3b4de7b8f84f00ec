using Bdrc.Core.Operations;
using Bdrc.Core.Operations.Policies;

namespace Bdrc.Core.Client;

/// <content>Protection policies.</content>
public sealed partial class BdrcClient
{
    /// <summary>CreateProtectionPolicy: creates a policy, which the service then applies in the background.</summary>
    /// <param name="policy">Its settings; name, region and sub-protection policies are required.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The id of the new policy.</returns>
    public async Task<string> CreateProtectionPolicyAsync(PolicyChange policy, CancellationToken cancellationToken)
    {
        var request = policy.FillIn(new ApiRequest(BdrcOperations.CreateProtectionPolicy))
            .AddId("ProtectionPolicyRegionId", policy.RegionId);
        return (await CallAsync<BdrcProtectionPolicy>(request, cancellationToken).ConfigureAwait(false)).Data.ProtectionPolicyId;
    }

    /// <summary>GetProtectionPolicy: one policy.</summary>
    /// <param name="protectionPolicyId">Its id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<BdrcProtectionPolicy> GetProtectionPolicyAsync(string protectionPolicyId, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(BdrcOperations.GetProtectionPolicy).Add("ProtectionPolicyId", protectionPolicyId);
        return (await CallAsync<BdrcProtectionPolicy>(request, cancellationToken).ConfigureAwait(false)).Data;
    }

    /// <summary>ListProtectionPolicies: policies, page by page.</summary>
    /// <param name="protectionPolicyId">Filter by this one; null for all.</param>
    /// <param name="protectionPolicyRegionId">Only policies of this region; null for all.</param>
    /// <param name="pageSize">Policies on a page, 1 to 100; null for 100.</param>
    public PageReader<BdrcProtectionPolicy> ListProtectionPolicies(
        string? protectionPolicyId, string? protectionPolicyRegionId, int? pageSize) =>
        Pages<BdrcProtectionPolicy>(() => new ApiRequest(BdrcOperations.ListProtectionPolicies)
            .Add("MaxResults", pageSize ?? 100)
            .AddId("ProtectionPolicyId", protectionPolicyId)
            .AddId("ProtectionPolicyRegionId", protectionPolicyRegionId));

    /// <summary>UpdateProtectionPolicy: changes a policy; lists replace the current ones.</summary>
    /// <param name="protectionPolicyId">Its id.</param>
    /// <param name="change">The new settings.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The request id.</returns>
    public Task<string?> UpdateProtectionPolicyAsync(
        string protectionPolicyId, PolicyChange change, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(BdrcOperations.UpdateProtectionPolicy).Add("ProtectionPolicyId", protectionPolicyId);
        return ConfirmAsync(change.FillIn(request), cancellationToken);
    }

    /// <summary>DeleteProtectionPolicy: deletes a policy.</summary>
    /// <param name="protectionPolicyId">Its id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The request id.</returns>
    public Task<string?> DeleteProtectionPolicyAsync(string protectionPolicyId, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(BdrcOperations.DeleteProtectionPolicy).Add("ProtectionPolicyId", protectionPolicyId);
        return ConfirmAsync(request, cancellationToken);
    }

    /// <summary>ListProtectionPolicyApplications: the results of one application for each resource, page by page.</summary>
    /// <param name="query">The application and the filters.</param>
    public PageReader<BdrcProtectionPolicyApplication> ListProtectionPolicyApplications(ApplicationQuery query) =>
        Pages<BdrcProtectionPolicyApplication>(query.ToRequest);
}
