using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Remove-BdrcResourceCategory: deletes categories; the service does not delete built-in ones.</summary>
[Cmdlet(VerbsCommon.Remove, "BdrcResourceCategory", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
public sealed class RemoveBdrcResourceCategoryCommand : BdrcCommand
{
    /// <summary>Ids of categories, or objects that have a ResourceCategoryId.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(ResourceCategoryId), IsList = true)]
    public string[] ResourceCategoryId { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var id in ResourceCategoryId)
        {
            if (ConfirmChange(id, Strings.ActionDeleteCategory))
                TryAwait(stop => Client.DeleteResourceCategoryAsync(id, stop), id, out _);
        }
    }
}
