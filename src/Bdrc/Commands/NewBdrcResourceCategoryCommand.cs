using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Client;
using Bdrc.Sandbox.Contract;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>New-BdrcResourceCategory: makes a category out of a condition on tags, and emits it.</summary>
[Cmdlet(VerbsCommon.New, "BdrcResourceCategory", DefaultParameterSetName = TagSet, SupportsShouldProcess = true)]
[OutputType(typeof(BdrcResourceCategory))]
public sealed class NewBdrcResourceCategoryCommand : CategoryChangeCommand
{
    /// <summary>Name of the category.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("ResourceCategoryName")]
    [Text(ArgumentFormat.Name)]
    public string Name { get; set; } = string.Empty;

    /// <summary>Type of resource it applies to; without it every type.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ResourceTypeCompleter))]
    [Text(ArgumentFormat.Choice)]
    public string? ResourceType { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!TryAwait(_ => Task.FromResult(GetMatcher() ?? TagConditionsMissing()), Name, out var matcher)
            || !Confirmed(Name, Strings.ActionCreateCategory)
            || !TryAwait(stop => BdrcClient.For(Target, Report).CreateResourceCategoryAsync(Name, matcher, ResourceType, stop), Name, out var id))
        {
            return;
        }

        // It exists from here on: should it not be readable yet, what is known of it must not be lost.
        if (!TryWrite(stop => BdrcClient.For(Target, Report).GetResourceCategoryAsync(id, stop), id))
            WriteObject(new BdrcResourceCategory { ResourceCategoryId = id, ResourceCategoryName = Name, ResourceMatcher = matcher, ResourceType = ResourceType });
    }

    private static string TagConditionsMissing() =>
        throw new BdrcException(BdrcErrorKind.InvalidArgument, "InvalidTagCondition", Strings.TagConditionMissing);
}
