using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Client;
using Bdrc.Sandbox.Contract;

namespace Bdrc.Commands;

/// <summary>Get-BdrcRule: protection rules and their results.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcRule", SupportsPaging = true)]
[OutputType(typeof(BdrcRule))]
public sealed class GetBdrcRuleCommand : ScopedCommand
{
    /// <summary>Only rules for resources of this type.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(ResourceTypeCompleter))]
    [Text(ArgumentFormat.Choice)]
    public string? ResourceType { get; set; }

    /// <summary>Only resources in this region count; -Region is the region of the service that is asked.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ResourceRegionCompleter))]
    [Text(ArgumentFormat.Region)]
    public string? ResourceRegionId { get; set; }

    /// <summary>How many rules are asked for at a time; the list is complete whatever it is.</summary>
    [Parameter]
    [WholeNumber(1, 50)]
    public int? PageSize { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var pages = BdrcClient.For(Target, Report)
            .DescribeRules(ResourceType, ResourceRegionId, ResourceCategoryId, ResourceOwnerId, PageSize);
        WritePages(pages.ReadAsync, pages.GetTotalCount);
    }
}
