using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;

namespace Bdrc.Commands;

/// <summary>Get-BdrcProduct: products and the total scores of their resources.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcProduct")]
[OutputType(typeof(BdrcProduct))]
public sealed class GetBdrcProductCommand : BdrcCommand
{
    /// <summary>Only this product, for example ecs.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [AllowEmptyString]
    [AllowNull]
    [Identity(nameof(ProductType), YieldsToOthers = true, IsList = true, Accepts = EmptyValues.Text | EmptyValues.Null)]
    public string[]? ProductType { get; set; }

    /// <summary>Only resources in this region count; -Region is the region of the endpoint.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Region)]
    public string? ResourceRegionId { get; set; }

    /// <summary>Only resources of this category.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Identity(nameof(ResourceCategoryId))]
    public string? ResourceCategoryId { get; set; }

    /// <summary>Accounts (UIDs) whose resources are included; without it only the calling account's.</summary>
    [Parameter]
    [Alias("ResourceOwnerIds")]
    [WholeNumber(1, long.MaxValue, IsList = true)]
    public long[]? ResourceOwnerId { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var given in ProductType ?? [string.Empty])
        {
            // A category that applies to every product has an empty ProductType.
            var product = string.IsNullOrEmpty(given) ? null : given;
            WriteList(
                stop => Client.DescribeProductsAsync(product, ResourceRegionId, ResourceCategoryId, ResourceOwnerId, stop),
                product);
        }
    }
}
