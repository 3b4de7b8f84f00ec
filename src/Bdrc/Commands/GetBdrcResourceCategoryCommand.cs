using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Core.Client;
using Bdrc.Sandbox.Contract;

namespace Bdrc.Commands;

/// <summary>Get-BdrcResourceCategory: looks categories up by id, or lists them page by page.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcResourceCategory", DefaultParameterSetName = "List", SupportsPaging = true)]
[OutputType(typeof(BdrcResourceCategory))]
public sealed class GetBdrcResourceCategoryCommand : BdrcCommand
{
    /// <summary>Ids of categories, or objects that have a ResourceCategoryId.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = "ById",
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [Identity(nameof(ResourceCategoryId), IsList = true)]
    public string[] ResourceCategoryId { get; set => field = this.Beside(value); } = [];

    /// <summary>How many categories are asked for at a time; the list is complete whatever it is.</summary>
    [Parameter(ParameterSetName = "List")]
    [WholeNumber(1, 100)]
    public int? PageSize { get; set => field = this.Beside(value); }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == "List")
        {
            var pages = BdrcClient.For(Target, Report).ListResourceCategories(resourceCategoryId: null, PageSize);
            WritePages(pages.ReadAsync, pages.GetTotalCount);
            return;
        }

        foreach (var id in ResourceCategoryId)
            TryWrite(stop => BdrcClient.For(Target, Report).GetResourceCategoryAsync(id, stop), id);
    }
}
