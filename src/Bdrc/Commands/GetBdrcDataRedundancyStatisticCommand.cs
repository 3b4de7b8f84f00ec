using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Client;
using Bdrc.Sandbox.Contract;

namespace Bdrc.Commands;

/// <summary>Get-BdrcDataRedundancyStatistic: how many resources of a product have each storage class and redundancy.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcDataRedundancyStatistic")]
[OutputType(typeof(BdrcDataRedundancyStatistic))]
public sealed class GetBdrcDataRedundancyStatisticCommand : ScopedCommand
{
    /// <summary>The product; the data exists for object storage above all.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ProductTypeCompleter))]
    [Identity(nameof(ProductType), IsList = true)]
    public string[] ProductType { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var product in ProductType)
        {
            WriteList(
                stop => BdrcClient.For(Target, Report).DescribeProductDataRedundancyTypeStatAsync(product, ResourceCategoryId, ResourceOwnerId, stop),
                product);
        }
    }
}
