using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Parameters;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Set-BdrcResourceCategory: changes the name or the condition of a category.</summary>
[Cmdlet(VerbsCommon.Set, "BdrcResourceCategory", SupportsShouldProcess = true)]
[OutputType(typeof(BdrcResourceCategory))]
[ParameterForm("Tag", Allows = "Tag HasTag TagNot")]
[ParameterForm("Json", Requires = "ResourceMatcher")]
public sealed class SetBdrcResourceCategoryCommand : BdrcCommand, IDynamicParameters
{
    private readonly TagParameters _tags = new();

    /// <summary>Ids of categories, or objects that have a ResourceCategoryId.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(ResourceCategoryId), IsList = true)]
    public string[] ResourceCategoryId { get; set; } = [];

    /// <summary>New name.</summary>
    [Parameter]
    [Alias("ResourceCategoryName")]
    [ArgumentFormat(ArgumentKind.Name)]
    public string? Name { get; set; }

    /// <summary>The condition as JSON text.</summary>
    [Parameter]
    [ArgumentFormat(ArgumentKind.MatcherJson)]
    public string? ResourceMatcher { get; set; }

    /// <summary>Emit each category after the change.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <summary>Returns the parameters that describe resources by their tags.</summary>
    public object GetDynamicParameters() => _tags;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var id in ResourceCategoryId)
        {
            if (TryRun(ReadMatcher, id, out var matcher)
                && ConfirmChange(id, Strings.ActionChangeCategory)
                && TryAwait(stop => Client.UpdateResourceCategoryAsync(id, Name, matcher, stop), id, out _)
                && PassThru)
            {
                TryWriteResult(stop => Client.GetResourceCategoryAsync(id, stop), id);
            }
        }
    }

    private string? ReadMatcher()
    {
        var matcher = _tags.ToResourceMatcher(ResourceMatcher);
        return Name is not null || matcher is not null
            ? matcher
            : throw new BdrcException(BdrcErrorKind.InvalidArgument, "NothingToChange", Strings.NothingToChangeCategory);
    }
}
