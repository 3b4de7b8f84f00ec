using System.Collections;
using System.Globalization;
using Bdrc.Core.Operations.Resources;

namespace Bdrc.Arguments;

/// <summary>Converts -Tag, -HasTag and -TagNot to the text that the service accepts.</summary>
internal static class TagConditions
{
    /// <summary>Returns the condition of a category, from -ResourceMatcher or from the tags; null when neither was given.</summary>
    public static string? ForCategory(string? resourceMatcher, IDictionary? tag, string[]? hasTag, IDictionary? tagNot)
    {
        if (resourceMatcher is not null)
            return TagMatchers.CheckInput("-ResourceMatcher", resourceMatcher);
        return tag is null && hasTag is null && tagNot is null ? null : TagMatchers.ForCategory(Create(tag, hasTag, tagNot));
    }

    /// <summary>Returns the conditions to count by, from -TagResourceMatcher or from the tags.</summary>
    public static string ForCount(string? tagResourceMatcher, IDictionary? tag, string[]? hasTag, IDictionary? tagNot) =>
        tagResourceMatcher is null
            ? TagMatchers.ForCount(Create(tag, hasTag, tagNot))
            : TagMatchers.CheckInputForCount("-TagResourceMatcher", tagResourceMatcher);

    // A hashtable has no order of its own. The conditions are sorted so that the same tags result in the same text.
    private static List<TagCondition> Create(IDictionary? tag, string[]? hasTag, IDictionary? tagNot) =>
    [
        .. Read(tag, "EQUAL")
            .Concat((hasTag ?? []).Select(static key => (key, "KEY_EXIST", (string[]?)null)))
            .Concat(Read(tagNot, "KEY_EXIST_NOT_EQUAL"))
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
