using Bdrc.Core.Operations;

namespace Bdrc.Core.Client;

/// <content>Products and regions.</content>
public sealed partial class BdrcClient
{
    /// <summary>DescribeProducts: products with their scores.</summary>
    /// <param name="productType">Only this product; null for all.</param>
    /// <param name="resourceRegionId">Only resources of this region count; null for all.</param>
    /// <param name="resourceCategoryId">Only resources of this category count; null for all.</param>
    /// <param name="resourceOwnerIds">Accounts (UIDs) whose resources count; null or empty for the calling account's.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<IReadOnlyList<BdrcProduct>> DescribeProductsAsync(
        string? productType,
        string? resourceRegionId,
        string? resourceCategoryId,
        IReadOnlyList<long>? resourceOwnerIds,
        CancellationToken cancellationToken)
    {
        var request = new ApiRequest(BdrcOperations.DescribeProducts)
            .AddId("ProductType", productType)
            .AddId("ResourceCategoryId", resourceCategoryId)
            .AddList("ResourceOwnerIds", resourceOwnerIds)
            .AddId("ResourceRegionId", resourceRegionId);
        return ListAsync<BdrcProduct>(request, BdrcDiagnosticLevel.Warning, cancellationToken);
    }

    /// <summary>DescribeProductDataRedundancyTypeStat: how many resources have each storage class and redundancy.</summary>
    /// <param name="productType">The product.</param>
    /// <param name="resourceCategoryId">Only resources of this category count; null for all.</param>
    /// <param name="resourceOwnerIds">Accounts (UIDs) whose resources count; null or empty for the calling account's.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public Task<IReadOnlyList<BdrcDataRedundancyStatistic>> DescribeProductDataRedundancyTypeStatAsync(
        string productType,
        string? resourceCategoryId,
        IReadOnlyList<long>? resourceOwnerIds,
        CancellationToken cancellationToken)
    {
        var request = new ApiRequest(BdrcOperations.DescribeProductDataRedundancyTypeStat)
            .AddId("ProductType", productType)
            .AddId("ResourceCategoryId", resourceCategoryId)
            .AddList("ResourceOwnerIds", resourceOwnerIds);
        return ListAsync<BdrcDataRedundancyStatistic>(request, BdrcDiagnosticLevel.Warning, cancellationToken);
    }

    /// <summary>EnableCheckProduct: includes a product in checks and scores.</summary>
    /// <param name="productType">Type of the product.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The request id.</returns>
    public Task<string?> EnableCheckProductAsync(string productType, CancellationToken cancellationToken) =>
        ConfirmAsync(new ApiRequest(BdrcOperations.EnableCheckProduct).AddId("ProductType", productType), cancellationToken);

    /// <summary>DisableCheckProduct: excludes a product from checks and scores.</summary>
    /// <param name="productType">Type of the product.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The request id.</returns>
    public Task<string?> DisableCheckProductAsync(string productType, CancellationToken cancellationToken) =>
        ConfirmAsync(new ApiRequest(BdrcOperations.DisableCheckProduct).AddId("ProductType", productType), cancellationToken);
}
