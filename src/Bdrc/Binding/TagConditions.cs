using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Bdrc.Core.Resources;

namespace Bdrc.Binding;

/// <summary>The conditions of -Tag, -HasTag and -TagNot as the text the service takes.</summary>
internal static class TagConditions
{
    /// <summary>The condition of a category; null when nothing was given.</summary>
    public static string? ForCategory(IDictionary? tag, string[]? hasTag, IDictionary? tagNot) =>
        IsEmpty(tag, hasTag, tagNot) ? null : Write(tag, hasTag, tagNot, forCount: false);

    /// <summary>The conditions to count by.</summary>
    public static string ForCount(IDictionary? tag, string[]? hasTag, IDictionary? tagNot) =>
        Write(tag, hasTag, tagNot, forCount: true);

    private static bool IsEmpty(IDictionary? tag, string[]? hasTag, IDictionary? tagNot) =>
        tag is null && hasTag is null && tagNot is null;

    private static string Write(IDictionary? tag, string[]? hasTag, IDictionary? tagNot, bool forCount)
    {
        var conditions = new List<TagCondition>();
        foreach (DictionaryEntry pair in tag ?? new Hashtable())
            conditions.Add(TagCondition.Create("EQUAL", Text(pair.Key), Texts(pair.Value)));
        foreach (var key in hasTag ?? [])
            conditions.Add(TagCondition.Exists(key));
        foreach (DictionaryEntry pair in tagNot ?? new Hashtable())
            conditions.Add(TagCondition.Create("KEY_EXIST_NOT_EQUAL", Text(pair.Key), Texts(pair.Value)));

        // A hashtable has no order of its own; the same tags shall make the same text.
        conditions.Sort(static (left, right) =>
        {
            var byKey = string.CompareOrdinal(left.Key, right.Key);
            return byKey != 0 ? byKey : string.CompareOrdinal(left.Operator, right.Operator);
        });
        return forCount ? TagMatchers.ForCount(conditions) : TagMatchers.ForCategory(conditions);
    }

    private static string[] Texts(object? value)
    {
        var inner = value is PSObject wrapped ? wrapped.BaseObject : value;
        if (inner is string or not IEnumerable)
            return [Text(inner)];

        var texts = new List<string>();
        foreach (var item in (IEnumerable)inner)
            texts.Add(Text(item));
        return [.. texts];
    }

    private static string Text(object? value) =>
        Convert.ToString(value is PSObject wrapped ? wrapped.BaseObject : value, CultureInfo.InvariantCulture) ?? string.Empty;
}
