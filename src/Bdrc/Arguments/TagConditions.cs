using System.Collections;
using System.Globalization;
using System.Management.Automation;
using Bdrc.Core.Operations.Resources;

namespace Bdrc.Arguments;

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
        // A hashtable has no order of its own; the same tags shall make the same text.
        var sorted = new SortedDictionary<string, string[]?>(StringComparer.Ordinal);
        foreach (DictionaryEntry pair in tag ?? new Hashtable())
            sorted[Text(pair.Key) + "\nEQUAL"] = Texts(pair.Value);
        foreach (var key in hasTag ?? [])
            sorted[key + "\nKEY_EXIST"] = null;
        foreach (DictionaryEntry pair in tagNot ?? new Hashtable())
            sorted[Text(pair.Key) + "\nKEY_EXIST_NOT_EQUAL"] = Texts(pair.Value);

        var conditions = new List<TagCondition>(sorted.Count);
        foreach (var entry in sorted)
        {
            var end = entry.Key.LastIndexOf('\n');
            conditions.Add(TagCondition.Create(entry.Key.Substring(end + 1), entry.Key.Substring(0, end), entry.Value));
        }

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
