using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Core.Client;
using Bdrc.Sandbox.Contract;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Set-BdrcResourceCategory: changes the name of a category, or what belongs to it.</summary>
[Cmdlet(VerbsCommon.Set, "BdrcResourceCategory", DefaultParameterSetName = TagSet, SupportsShouldProcess = true)]
[OutputType(typeof(BdrcResourceCategory))]
public sealed class SetBdrcResourceCategoryCommand : CategoryChangeCommand
{
    /// <summary>Ids of categories, or objects that have a ResourceCategoryId.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Identity(nameof(ResourceCategoryId), IsList = true)]
    public string[] ResourceCategoryId { get; set; } = [];

    /// <summary>New name.</summary>
    [Parameter]
    [Alias("ResourceCategoryName")]
    [Text(ArgumentFormat.Name)]
    public string? Name { get; set; }

    /// <summary>Emit each category as it is afterwards.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var id in ResourceCategoryId)
        {
            if (TryAwait(_ => Task.FromResult(GetMatcher()), id, out var matcher) && HasChange(matcher, id))
                Change(id, matcher);
        }
    }

    private void Change(string id, string? matcher)
    {
        if (Confirmed(id, Strings.ActionChangeCategory)
            && TryAwait(stop => BdrcClient.For(Target, Report).UpdateResourceCategoryAsync(id, Name, matcher, stop), id, out _)
            && PassThru)
        {
            TryWrite(stop => BdrcClient.For(Target, Report).GetResourceCategoryAsync(id, stop), id);
        }
    }

    private bool HasChange(string? matcher, string id)
    {
        if (Name is not null || matcher is not null)
            return true;
        WriteFailure(new BdrcException(BdrcErrorKind.InvalidArgument, "NothingToChange", Strings.NothingToChangeCategory), id);
        return false;
    }
}
