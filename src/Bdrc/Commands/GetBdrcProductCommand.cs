using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Client;
using Bdrc.Sandbox.Contract;
using Bdrc.Sandbox.Rules;

namespace Bdrc.Commands;

/// <summary>Get-BdrcProduct: products with the scores of their resources taken together.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcProduct")]
[OutputType(typeof(BdrcProduct))]
public sealed class GetBdrcProductCommand : ScopedCommand
{
    /// <summary>Only this product, for example ecs.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProductTypeCompleter))]
    [AllowEmptyString]
    [AllowNull]
    [Identity(nameof(ProductType), YieldsToOthers = true, IsList = true, Takes = EmptyValues.Text | EmptyValues.Null)]
    public string[]? ProductType { get; set; }

    /// <summary>Only resources in this region count; -Region is the region of the service that is asked.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ResourceRegionCompleter))]
    [Text(ArgumentFormat.Region)]
    public string? ResourceRegionId { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var given in ProductType ?? [string.Empty])
        {
            // A category that applies to every product has an empty ProductType.
            var product = string.IsNullOrEmpty(given) ? null : given;
            WriteList(
                stop => BdrcClient.For(Target, Report)
                    .DescribeProductsAsync(product, ResourceRegionId, ResourceCategoryId, ResourceOwnerId, stop),
                product);
        }
    }
}
