using System.Text.Json;
using Bdrc.Sandbox.Inventory;

namespace Bdrc.Sandbox.Categories;

/// <summary>A condition on the tags of a resource: all its parts must match. Without parts it matches nothing.</summary>
internal sealed class TagMatcher
{
    private readonly List<MatcherCondition> _conditions = [];

    private TagMatcher()
    {
    }

    public bool Matches(Resource resource)
    {
        foreach (var condition in _conditions)
        {
            if (!condition.Matches(resource))
                return false;
        }

        return _conditions.Count > 0;
    }

    /// <summary>Reads the matcher of a category: BOOL and TAG nodes with <c>type</c>, <c>operator</c>, <c>key</c> and <c>values</c>.</summary>
    /// <exception cref="FormatException">The text is not a matcher; the message explains why.</exception>
    public static TagMatcher ReadText(string text)
    {
        var matcher = new TagMatcher();
        if (text.Length == 0)
            return matcher;

        try
        {
            using var document = JsonDocument.Parse(text);
            matcher.ReadNode(document.RootElement);
            return matcher;
        }
        catch (JsonException exception)
        {
            throw new FormatException("it is not JSON.", exception);
        }
    }

    /// <summary>Reads the matchers of PrecheckResourceCount: <c>Key</c>, <c>Operator</c>, <c>Values</c>.</summary>
    /// <exception cref="FormatException">The text is not a list of matchers; the message explains why.</exception>
    public static TagMatcher ReadList(string text)
    {
        var matcher = new TagMatcher();
        using var document = JsonDocument.Parse(text);
        foreach (var item in document.RootElement.EnumerateArray())
            matcher.ReadTag(item, "Key", "Operator", "Values");
        return matcher._conditions.Count > 0 ? matcher : throw new FormatException("it holds no condition.");
    }

    private void ReadNode(JsonElement node)
    {
        if (node.ValueKind != JsonValueKind.Object)
            throw new FormatException("a node must be a JSON object.");

        switch (Text(node, "type"))
        {
            case "TAG":
                ReadTag(node, "key", "operator", "values");
                break;
            case "BOOL" when Text(node, "operator") == "AND":
                if (!node.TryGetProperty("values", out var values)
                    || values.ValueKind != JsonValueKind.Array
                    || values.GetArrayLength() == 0)
                {
                    throw new FormatException("a BOOL node must have a list of nodes as values.");
                }

                foreach (var value in values.EnumerateArray())
                    ReadNode(value);
                break;
            case "BOOL":
                throw new FormatException("the operator of a BOOL node must be AND.");
            default:
                throw new FormatException("the type of a node must be BOOL or TAG.");
        }
    }

    private void ReadTag(JsonElement node, string keyName, string operatorName, string valuesName)
    {
        var key = Text(node, keyName);
        if (string.IsNullOrEmpty(key))
            throw new FormatException("a condition must name a key.");

        var tagOperator = Text(node, operatorName) switch
        {
            "EQUAL" => TagOperator.Equal,
            "KEY_EXIST" => TagOperator.KeyExist,
            "KEY_EXIST_NOT_EQUAL" => TagOperator.KeyExistNotEqual,
            _ => throw new FormatException("the operator of a condition must be EQUAL, KEY_EXIST or KEY_EXIST_NOT_EQUAL."),
        };
        var count = 0;
        string? value = null;
        if (node.TryGetProperty(valuesName, out var values) && values.ValueKind != JsonValueKind.Null)
        {
            if (values.ValueKind != JsonValueKind.Array)
                throw new FormatException("the values of a condition must be a list.");
            foreach (var item in values.EnumerateArray())
            {
                value = item.ValueKind == JsonValueKind.String
                    ? item.GetString()
                    : throw new FormatException("a tag value must be text.");
                count++;
            }
        }

        if (count != (tagOperator == TagOperator.KeyExist ? 0 : 1))
            throw new FormatException("EQUAL and KEY_EXIST_NOT_EQUAL take exactly one value, KEY_EXIST none.");
        _conditions.Add(new MatcherCondition(tagOperator, key!, value));
    }

    private static string? Text(JsonElement node, string name) =>
        node.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}

/// <summary>A condition on one tag.</summary>
/// <param name="Operator">The comparison.</param>
/// <param name="Key">The key of the tag.</param>
/// <param name="Value">The value to compare with; null for <see cref="TagOperator.KeyExist"/>.</param>
internal sealed record MatcherCondition(TagOperator Operator, string Key, string? Value)
{
    public bool Matches(Resource resource)
    {
        var value = resource.Tag(Key);
        return Operator switch
        {
            TagOperator.Equal => value is not null && string.Equals(value, Value, StringComparison.Ordinal),
            TagOperator.KeyExist => value is not null,
            _ => value is not null && !string.Equals(value, Value, StringComparison.Ordinal),
        };
    }
}

/// <summary>The comparison of a tag with a value.</summary>
internal enum TagOperator
{
    Equal,
    KeyExist,
    KeyExistNotEqual,
}
