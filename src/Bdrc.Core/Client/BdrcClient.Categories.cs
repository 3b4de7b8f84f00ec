using Bdrc.Core.Operations;
using Bdrc.Core.Operations.Resources;

namespace Bdrc.Core.Client;

/// <content>Resource categories.</content>
public sealed partial class BdrcClient
{
    /// <summary>CreateResourceCategory: creates a category.</summary>
    /// <param name="name">Name.</param>
    /// <param name="resourceMatcher">Condition on tags, as JSON text; see <see cref="TagMatchers"/>.</param>
    /// <param name="resourceType">Type of resource it applies to; null for every type.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The id of the new category.</returns>
    public async Task<string> CreateResourceCategoryAsync(
        string name, string resourceMatcher, string? resourceType, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(BdrcOperations.CreateResourceCategory)
            .AddName("ResourceCategoryName", name)
            .Add("ResourceMatcher", resourceMatcher)
            .AddId("ResourceType", resourceType);
        return (await CallAsync<BdrcResourceCategory>(request, cancellationToken).ConfigureAwait(false)).Data.ResourceCategoryId;
    }

    /// <summary>GetResourceCategory: one category.</summary>
    /// <param name="resourceCategoryId">Its id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<BdrcResourceCategory> GetResourceCategoryAsync(string resourceCategoryId, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(BdrcOperations.GetResourceCategory).AddId("ResourceCategoryId", resourceCategoryId);
        return (await CallAsync<BdrcResourceCategory>(request, cancellationToken).ConfigureAwait(false)).Data;
    }

    /// <summary>ListResourceCategories: categories, page by page.</summary>
    /// <param name="resourceCategoryId">Filter by this one; null for all.</param>
    /// <param name="pageSize">Categories on a page, 1 to 100; null for 100.</param>
    public PageReader<BdrcResourceCategory> ListResourceCategories(string? resourceCategoryId, int? pageSize) =>
        Pages<BdrcResourceCategory>(() => new ApiRequest(BdrcOperations.ListResourceCategories)
            .Add("MaxResults", pageSize ?? 100)
            .AddId("ResourceCategoryId", resourceCategoryId));

    /// <summary>UpdateResourceCategory: changes a category.</summary>
    /// <param name="resourceCategoryId">Its id.</param>
    /// <param name="name">New name; null to keep it.</param>
    /// <param name="resourceMatcher">New condition, as JSON text; null to keep it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The request id.</returns>
    public Task<string?> UpdateResourceCategoryAsync(
        string resourceCategoryId, string? name, string? resourceMatcher, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(BdrcOperations.UpdateResourceCategory)
            .AddId("ResourceCategoryId", resourceCategoryId)
            .AddName("ResourceCategoryName", name)
            .Add("ResourceMatcher", resourceMatcher);
        return ConfirmAsync(request, cancellationToken);
    }

    /// <summary>DeleteResourceCategory: deletes a category; the service refuses to delete built-in categories.</summary>
    /// <param name="resourceCategoryId">Its id.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The request id.</returns>
    public Task<string?> DeleteResourceCategoryAsync(string resourceCategoryId, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(BdrcOperations.DeleteResourceCategory).AddId("ResourceCategoryId", resourceCategoryId);
        return ConfirmAsync(request, cancellationToken);
    }
}
