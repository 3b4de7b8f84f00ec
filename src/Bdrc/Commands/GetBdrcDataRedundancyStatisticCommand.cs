using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Parameters;

namespace Bdrc.Commands;

/// <summary>Get-BdrcDataRedundancyStatistic: how many resources of a product have each storage class and redundancy.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcDataRedundancyStatistic")]
[OutputType(typeof(BdrcDataRedundancyStatistic))]
public sealed class GetBdrcDataRedundancyStatisticCommand : BdrcCommand, IDynamicParameters
{
    private readonly ScopeParameters _scope = new();

    /// <summary>The products; the service mainly has data for object storage.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(ProductType), IsList = true)]
    public string[] ProductType { get; set; } = [];

    /// <summary>Returns the parameters that describe the scope of the query.</summary>
    public object GetDynamicParameters() => _scope;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var product in ProductType)
        {
            WriteList(
                stop => Client.DescribeProductDataRedundancyTypeStatAsync(product, _scope.ResourceCategoryId, _scope.ResourceOwnerId, stop),
                product);
        }
    }
}
