using System.Globalization;
using Bdrc.Core.Json;
using Bdrc.Text;

namespace Bdrc.Core.Operations.Resources;

/// <summary>
/// Writes tag conditions in the two formats of the service: a list of <c>Key/Operator/Values</c> for counting, and a tree with
/// lower-case fields for a category.
/// </summary>
public static class TagMatchers
{
    /// <summary>The <c>ResourceMatcher</c> of a category: every condition must hold.</summary>
    /// <param name="conditions">At least one.</param>
    /// <returns>JSON text.</returns>
    /// <exception cref="BdrcException">There is no condition.</exception>
    public static string ForCategory(IReadOnlyList<TagCondition> conditions)
    {
        var nodes = new List<object?>(RequireAny(conditions).Count);
        foreach (var condition in conditions)
            nodes.Add(Node(condition));
        return JsonText.Write("Tag", new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["type"] = "BOOL",
            ["operator"] = "AND",
            ["values"] = nodes,
        });
    }

    /// <summary>The <c>TagResourceMatchers</c> of PrecheckResourceCount.</summary>
    /// <param name="conditions">At least one.</param>
    /// <returns>JSON text.</returns>
    /// <exception cref="BdrcException">There is no condition.</exception>
    public static string ForCount(IReadOnlyList<TagCondition> conditions)
    {
        var items = new List<object?>(RequireAny(conditions).Count);
        foreach (var condition in conditions)
        {
            items.Add(new Dictionary<string, object?>(StringComparer.Ordinal)
            {
                ["Key"] = condition.Key,
                ["Operator"] = condition.Operator,
                ["Values"] = condition.Values ?? [],
            });
        }

        return JsonText.Write("Tag", items);
    }

    /// <summary>Checks that a <c>ResourceMatcher</c> from the user is a JSON object. The service checks its fields.</summary>
    /// <param name="name">The name of the parameter, for the message.</param>
    /// <param name="json">The text.</param>
    /// <exception cref="BdrcException">The text has another format. The message contains the position.</exception>
    public static string CheckInput(string name, string json)
    {
        if (JsonText.ParseInput(name, json) is not IDictionary<string, object?>)
            throw JsonText.Refuse(name, Strings.MatcherNotObject.FormatInvariant(name));
        return json;
    }

    /// <summary>Checks <c>TagResourceMatchers</c> from the user: a JSON array of <c>Key</c>, <c>Operator</c>, <c>Values</c>.</summary>
    /// <param name="name">The name of the parameter, for the message.</param>
    /// <param name="json">The text.</param>
    /// <exception cref="BdrcException">The text has another format. The message contains the position.</exception>
    public static string CheckInputForCount(string name, string json)
    {
        if (JsonText.ParseInput(name, json) is not object?[] items)
            throw JsonText.Refuse(name, Strings.MatchersNotArray.FormatInvariant(name));

        var conditions = new List<TagCondition>(items.Length);
        for (var i = 0; i < items.Length; i++)
        {
            if (items[i] is not IDictionary<string, object?> fields || fields.Count == 0)
                throw JsonText.Refuse(name, Strings.MatcherItemNotObject.FormatInvariant(name, i + 1));
            conditions.Add(TagCondition.Create(Field(fields, "Operator"), Field(fields, "Key"), Values(fields)));
        }

        return ForCount(conditions);
    }

    private static string Field(IDictionary<string, object?> fields, string name) =>
        fields.TryGetValue(name, out var value) && value is string text ? text : string.Empty;

    private static string[] Values(IDictionary<string, object?> fields) =>
        fields.TryGetValue("Values", out var value) && value is object?[] items
            ? Array.ConvertAll(items, item => Convert.ToString(item, CultureInfo.InvariantCulture) ?? string.Empty)
            : [];

    private static Dictionary<string, object?> Node(TagCondition condition)
    {
        var node = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["type"] = "TAG",
            ["operator"] = condition.Operator,
            ["key"] = condition.Key,
        };
        if (condition.Values is not null)
            node["values"] = condition.Values;
        return node;
    }

    private static IReadOnlyList<TagCondition> RequireAny(IReadOnlyList<TagCondition> conditions) =>
        conditions is { Count: > 0 } ? conditions : throw TagCondition.Refuse(Strings.TagConditionMissing);
}
