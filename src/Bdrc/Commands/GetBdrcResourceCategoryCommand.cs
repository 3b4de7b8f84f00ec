using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Parameters;

namespace Bdrc.Commands;

/// <summary>Get-BdrcResourceCategory: returns categories by id, or lists them page by page.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcResourceCategory", SupportsPaging = true)]
[OutputType(typeof(BdrcResourceCategory))]
[ParameterForm("List", Allows = "PageSize")]
[ParameterForm("ById", Requires = "ResourceCategoryId")]
public sealed class GetBdrcResourceCategoryCommand : BdrcCommand
{
    /// <summary>Ids of categories, or objects that have a ResourceCategoryId.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(ResourceCategoryId), IsList = true)]
    public string[]? ResourceCategoryId { get; set; }

    /// <summary>How many categories are requested at a time; the list is complete with every value.</summary>
    [Parameter]
    [WholeNumber(1, 100)]
    public int? PageSize { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ResourceCategoryId is null)
        {
            var pages = Client.ListResourceCategories(resourceCategoryId: null, PageSize);
            WritePages(pages.ReadAsync, pages.GetTotalCount);
            return;
        }

        foreach (var id in ResourceCategoryId)
            TryWriteResult(stop => Client.GetResourceCategoryAsync(id, stop), id);
    }
}
