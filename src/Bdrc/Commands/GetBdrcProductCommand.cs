using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Parameters;

namespace Bdrc.Commands;

/// <summary>Get-BdrcProduct: products and the total scores of their resources.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcProduct")]
[OutputType(typeof(BdrcProduct))]
public sealed class GetBdrcProductCommand : BdrcCommand, IDynamicParameters
{
    private readonly ScopeParameters _scope = new();

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

    /// <summary>Returns the parameters that describe the scope of the query.</summary>
    public object GetDynamicParameters() => _scope;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var given in ProductType ?? [string.Empty])
        {
            // A category that applies to every product has an empty ProductType.
            var product = string.IsNullOrEmpty(given) ? null : given;
            WriteList(
                stop => Client.DescribeProductsAsync(product, ResourceRegionId, _scope.ResourceCategoryId, _scope.ResourceOwnerId, stop),
                product);
        }
    }
}
