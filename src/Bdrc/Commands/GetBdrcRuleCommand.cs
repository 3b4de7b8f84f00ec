using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;

namespace Bdrc.Commands;

/// <summary>Get-BdrcRule: protection rules and their results.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcRule", SupportsPaging = true)]
[OutputType(typeof(BdrcRule))]
public sealed class GetBdrcRuleCommand : BdrcCommand
{
    /// <summary>Only rules for resources of this type.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Choice)]
    public string? ResourceType { get; set; }

    /// <summary>Only resources in this region count; -Region is the region of the endpoint.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Region)]
    public string? ResourceRegionId { get; set; }

    /// <summary>How many rules are requested at a time; the list is complete with every value.</summary>
    [Parameter]
    [WholeNumber(1, 50)]
    public int? PageSize { get; set; }

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
        var pages = Client.DescribeRules(ResourceType, ResourceRegionId, ResourceCategoryId, ResourceOwnerId, PageSize);
        WritePages(pages.ReadAsync, pages.GetTotalCount);
    }
}
