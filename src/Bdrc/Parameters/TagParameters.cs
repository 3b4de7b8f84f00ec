using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Core.Operations.Resources;

namespace Bdrc.Parameters;

/// <summary>
/// The parameters that describe resources by their tags. A command returns this object as its
/// <see cref="IDynamicParameters"/>, and declares none of them itself.
/// </summary>
public class TagParameters
{
    /// <summary>Tags that a resource must have with these values.</summary>
    [Parameter(Position = 1)]
    [Pairs("@{ env = 'prod' }", minimum: 1)]
    public IDictionary? Tag { get; set; }

    /// <summary>Keys of tags that a resource must have, whatever their value.</summary>
    [Parameter]
    [ArgumentFormat(ArgumentKind.TagKey, IsList = true)]
    public string[]? HasTag { get; set; }

    /// <summary>Tags that a resource must have with another value.</summary>
    [Parameter]
    [Pairs("@{ env = 'prod' }", minimum: 1)]
    public IDictionary? TagNot { get; set; }

    /// <summary>Returns the condition of a category, from the raw text or from the tags; null when neither was given.</summary>
    /// <param name="resourceMatcher">The value of -ResourceMatcher.</param>
    internal string? ToResourceMatcher(string? resourceMatcher)
    {
        if (resourceMatcher is not null)
            return TagMatchers.CheckInput("-ResourceMatcher", resourceMatcher);
        return Tag is null && HasTag is null && TagNot is null ? null : TagMatchers.ForCategory(CreateConditions());
    }

    /// <summary>Returns the tags as conditions to count by.</summary>
    private protected string ToCountConditions() => TagMatchers.ForCount(CreateConditions());

    // A hashtable has no order of its own. The conditions are sorted so that the same tags result in the same text.
    private List<TagCondition> CreateConditions() =>
    [
        .. Read(Tag, "EQUAL")
            .Concat((HasTag ?? []).Select(static key => (key, "KEY_EXIST", (string[]?)null)))
            .Concat(Read(TagNot, "KEY_EXIST_NOT_EQUAL"))
            .OrderBy(static condition => condition.Item1 + "\n" + condition.Item2, StringComparer.Ordinal)
            .Select(static condition => TagCondition.Create(condition.Item2, condition.Item1, condition.Item3)),
    ];

    private static IEnumerable<(string Key, string Operator, string[]? Values)> Read(IDictionary? tags, string condition) =>
        (tags ?? new Hashtable()).Cast<DictionaryEntry>().Select(pair => (ToText(pair.Key), condition, (string[]?)ToTexts(pair.Value)));

    private static string[] ToTexts(object? value) => PowerShellValues.Unwrap(value) is IEnumerable items and not string
        ? [.. items.Cast<object?>().Select(ToText)]
        : [ToText(value)];

    private static string ToText(object? value) =>
        Convert.ToString(PowerShellValues.Unwrap(value), CultureInfo.InvariantCulture) ?? string.Empty;
}

/// <summary>The parameters that describe which resources are counted.</summary>
public sealed class CountParameters : TagParameters
{
    // It is declared here because the engine would bind -Tag to a parameter of the command that begins with this name.

    /// <summary>The conditions as JSON text: an array of Key, Operator, Values.</summary>
    [Parameter]
    [Alias("TagResourceMatchers")]
    [ArgumentFormat(ArgumentKind.MatchersJson)]
    public string? TagResourceMatcher { get; set; }

    /// <summary>Returns the conditions to count by, from the raw text or from the tags.</summary>
    internal string ToTagResourceMatcher() => TagResourceMatcher is null
        ? ToCountConditions()
        : TagMatchers.CheckInputForCount("-TagResourceMatcher", TagResourceMatcher);
}
