using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Parameters;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>New-BdrcResourceCategory: creates a category from a condition on tags, and emits it.</summary>
[Cmdlet(VerbsCommon.New, "BdrcResourceCategory", SupportsShouldProcess = true)]
[OutputType(typeof(BdrcResourceCategory))]
[ParameterForm("Tag", Allows = "Tag HasTag TagNot")]
[ParameterForm("Json", Requires = "ResourceMatcher")]
public sealed class NewBdrcResourceCategoryCommand : BdrcCommand, IDynamicParameters
{
    private readonly TagParameters _tags = new();

    /// <summary>Name of the category.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("ResourceCategoryName")]
    [ArgumentFormat(ArgumentKind.Name)]
    public string Name { get; set; } = string.Empty;

    /// <summary>Type of resource it applies to; without it every type.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Choice)]
    public string? ResourceType { get; set; }

    /// <summary>The condition as JSON text.</summary>
    [Parameter]
    [ArgumentFormat(ArgumentKind.MatcherJson)]
    public string? ResourceMatcher { get; set; }

    /// <summary>Returns the parameters that describe resources by their tags.</summary>
    public object GetDynamicParameters() => _tags;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!TryRun(ReadMatcher, Name, out var matcher)
            || !ConfirmChange(Name, Strings.ActionCreateCategory)
            || !TryAwait(stop => Client.CreateResourceCategoryAsync(Name, matcher, ResourceType, stop), Name, out var id)
            || TryWriteResult(stop => Client.GetResourceCategoryAsync(id, stop), id))
        {
            return;
        }

        // The category exists but could not be read: its id must not be lost.
        WriteObject(new BdrcResourceCategory
        {
            ResourceCategoryId = id,
            ResourceCategoryName = Name,
            ResourceMatcher = matcher,
            ResourceType = ResourceType,
        });
    }

    private string ReadMatcher() => _tags.ToResourceMatcher(ResourceMatcher)
        ?? throw new BdrcException(BdrcErrorKind.InvalidArgument, "InvalidTagCondition", Strings.TagConditionMissing);
}
