using Bdrc.Text;

namespace Bdrc;

/// <summary>The base of all objects that the service returns.</summary>
public abstract class BdrcObject
{
    private Dictionary<string, object?>? _additionalProperties;

    /// <summary>
    /// Fields of the response that this version of the module does not know, by API name. Never null; empty
    /// when there are none. Values are strings, numbers, booleans, lists and dictionaries. In PowerShell it is a hidden property of
    /// the same name: ConvertTo-Json would export a public one.
    /// </summary>
    internal IDictionary<string, object?> AdditionalProperties
    {
        get => _additionalProperties ??= new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        set => _additionalProperties = value is null
            ? null
            : new Dictionary<string, object?>(value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>
    /// Whether every text of the object, nested objects included, can be shown as it is. A test holds that an override covers all
    /// properties of its class.
    /// </summary>
    internal virtual bool HasHarmlessText => IsHarmlessValue(_additionalProperties);

    private protected static bool IsHarmless(string? text) => TextSanitizer.IsHarmless(text);

    private protected static bool IsHarmless(IList<string> texts)
    {
        for (var i = 0; i < texts.Count; i++)
        {
            if (!TextSanitizer.IsHarmless(texts[i]))
                return false;
        }

        return true;
    }

    private protected static bool IsHarmless<T>(IList<T> items)
        where T : BdrcObject
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is { HasHarmlessText: false })
                return false;
        }

        return true;
    }

    private static bool IsHarmlessValue(object? value) => value switch
    {
        null => true,
        string text => TextSanitizer.IsHarmless(text),
        IDictionary<string, object?> fields => fields.All(static field =>
            TextSanitizer.IsHarmless(field.Key) && IsHarmlessValue(field.Value)),
        IEnumerable<object?> items => items.All(IsHarmlessValue),
        _ => true,
    };
}
