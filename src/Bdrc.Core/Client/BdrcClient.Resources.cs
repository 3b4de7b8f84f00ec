using Bdrc.Core.Operations;
using Bdrc.Core.Operations.Resources;

namespace Bdrc.Core.Client;

/// <content>The inventory.</content>
public sealed partial class BdrcClient
{
    /// <summary>DescribeResources: resources, page by page.</summary>
    /// <param name="query">Which ones.</param>
    public PageReader<BdrcResource> DescribeResources(ResourceQuery query) => Pages<BdrcResource>(query.ToRequest);

    /// <summary>DescribeTopRiskyResources: the resources most at risk.</summary>
    /// <param name="resourceType">Only resources of this type; null for all.</param>
    /// <param name="resourceCategoryId">Only resources of this category; null for all.</param>
    /// <param name="resourceOwnerIds">Accounts (UIDs) whose resources are looked at; null or empty for the calling account's.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<IReadOnlyList<BdrcResource>> DescribeTopRiskyResourcesAsync(
        string? resourceType,
        string? resourceCategoryId,
        IReadOnlyList<long>? resourceOwnerIds,
        CancellationToken cancellationToken)
    {
        var request = new ApiRequest(BdrcOperations.DescribeTopRiskyResources)
            .AddId("ResourceCategoryId", resourceCategoryId)
            .AddList("ResourceOwnerIds", resourceOwnerIds)
            .AddId("ResourceType", resourceType);

        // The list is cut by its nature: it shows the top.
        return ListAsync<BdrcResource>(request, BdrcDiagnosticLevel.Verbose, cancellationToken);
    }

    /// <summary>UpdateResources: starts a refresh of the inventory.</summary>
    /// <param name="resourceType">Only resources of this type, such as <c>ACS::ECS::Instance</c>; null for all.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<BdrcTaskHandle> UpdateResourcesAsync(string? resourceType, CancellationToken cancellationToken) =>
        StartTaskAsync(new ApiRequest(BdrcOperations.UpdateResources).AddId("ResourceType", resourceType), cancellationToken);

    /// <summary>PrecheckResourceCount: starts to count the resources that meet conditions on tags.</summary>
    /// <param name="resourceType">Only resources of this type; null for all.</param>
    /// <param name="tagResourceMatchers">
    /// Conditions as JSON text; see <see cref="TagMatchers"/>. How the service combines several is not documented.
    /// </param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<BdrcTaskHandle> PrecheckResourceCountAsync(
        string? resourceType, string tagResourceMatchers, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(BdrcOperations.PrecheckResourceCount)
            .AddId("ResourceType", resourceType)
            .Add("TagResourceMatchers", tagResourceMatchers);
        return StartTaskAsync(request, cancellationToken);
    }

    /// <summary>EnableCheckResource: includes a resource in checks and scores.</summary>
    /// <param name="resourceArn">ARN of the resource.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The request id.</returns>
    public Task<string?> EnableCheckResourceAsync(string resourceArn, CancellationToken cancellationToken) =>
        ConfirmAsync(new ApiRequest(BdrcOperations.EnableCheckResource).AddId("ResourceArn", resourceArn), cancellationToken);

    /// <summary>DisableCheckResource: excludes a resource from checks and scores.</summary>
    /// <param name="resourceArn">ARN of the resource.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The request id.</returns>
    public Task<string?> DisableCheckResourceAsync(string resourceArn, CancellationToken cancellationToken) =>
        ConfirmAsync(new ApiRequest(BdrcOperations.DisableCheckResource).AddId("ResourceArn", resourceArn), cancellationToken);
}
