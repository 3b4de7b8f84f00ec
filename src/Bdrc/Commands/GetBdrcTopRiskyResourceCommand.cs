using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;

namespace Bdrc.Commands;

/// <summary>Get-BdrcTopRiskyResource: the resources most at risk, as many as the service returns.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcTopRiskyResource")]
[OutputType(typeof(BdrcResource))]
public sealed class GetBdrcTopRiskyResourceCommand : BdrcCommand
{
    /// <summary>Only resources of this type.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Choice)]
    public string? ResourceType { get; set; }

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
    protected override void ProcessRecord() => WriteList(ReadAsync);

    private Task<IReadOnlyList<BdrcResource>> ReadAsync(CancellationToken stop) =>
        Client.DescribeTopRiskyResourcesAsync(ResourceType, ResourceCategoryId, ResourceOwnerId, stop);
}
