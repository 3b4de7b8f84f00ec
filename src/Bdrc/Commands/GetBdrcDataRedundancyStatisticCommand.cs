using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;

namespace Bdrc.Commands;

/// <summary>Get-BdrcDataRedundancyStatistic: how many resources of a product have each storage class and redundancy.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcDataRedundancyStatistic")]
[OutputType(typeof(BdrcDataRedundancyStatistic))]
public sealed class GetBdrcDataRedundancyStatisticCommand : BdrcCommand
{
    /// <summary>The products; the service mainly has data for object storage.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(ProductType), IsList = true)]
    public string[] ProductType { get; set; } = [];

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
        foreach (var product in ProductType)
        {
            WriteList(
                stop => Client.DescribeProductDataRedundancyTypeStatAsync(product, ResourceCategoryId, ResourceOwnerId, stop),
                product);
        }
    }
}
