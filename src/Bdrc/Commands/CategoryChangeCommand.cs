using System.Collections;
using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Core.Operations.Resources;

namespace Bdrc.Commands;

/// <summary>The base of the commands that say what belongs to a category.</summary>
public abstract class CategoryChangeCommand : BdrcCommand
{
    /// <summary>Parameter set in which conditions on tags are given one by one.</summary>
    protected const string TagSet = "Tag";

    /// <summary>Parameter set in which the condition is given as JSON text.</summary>
    protected const string JsonSet = "Json";

    /// <summary>Tags that a resource must have with these values.</summary>
    [Parameter(ParameterSetName = TagSet)]
    [Pairs("@{ env = 'prod' }")]
    public IDictionary? Tag { get; set => field = this.Beside(value); }

    /// <summary>Keys of tags that a resource must have, whatever their value.</summary>
    [Parameter(ParameterSetName = TagSet)]
    [Text(ArgumentFormat.TagKey, IsList = true)]
    public string[]? HasTag { get; set => field = this.Beside(value); }

    /// <summary>Tags that a resource must have with another value.</summary>
    [Parameter(ParameterSetName = TagSet)]
    [Pairs("@{ env = 'prod' }")]
    public IDictionary? TagNot { get; set => field = this.Beside(value); }

    /// <summary>The condition as JSON text.</summary>
    [Parameter(Mandatory = true, ParameterSetName = JsonSet)]
    [Text(ArgumentFormat.MatcherJson)]
    public string? ResourceMatcher { get; set => field = this.Beside(value); }

    /// <summary>The condition as the service takes it; null when none was given.</summary>
    /// <exception cref="BdrcException">It is not well formed.</exception>
    protected string? GetMatcher() => ResourceMatcher is null
        ? TagConditions.ForCategory(Tag, HasTag, TagNot)
        : TagMatchers.CheckGiven("-" + nameof(ResourceMatcher), ResourceMatcher);
}
