using System.Text.Json;

namespace Bdrc.Sandbox.Contract;

/// <summary>The schema of a value inside a JSON array parameter.</summary>
internal sealed class ValueSchema
{
    private readonly string _type;
    private readonly HashSet<string>? _allowed;
    private readonly ValueSchema? _items;
    private readonly Dictionary<string, (ValueSchema Schema, bool Required)> _properties = new(StringComparer.Ordinal);

    public ValueSchema(JsonElement json)
    {
        _type = json.GetProperty("type").GetString()!;
        _allowed = ClosedSet(json);
        if (json.TryGetProperty("items", out var items))
            _items = new ValueSchema(items);
        if (!json.TryGetProperty("properties", out var properties))
            return;

        foreach (var property in properties.EnumerateObject())
        {
            var required = property.Value.TryGetProperty("required", out var flag) && flag.GetBoolean();
            _properties.Add(property.Name, (new ValueSchema(property.Value), required));
        }
    }

    /// <summary>The values of a closed enumeration; null where any text is allowed.</summary>
    public static HashSet<string>? ClosedSet(JsonElement json)
    {
        if (!json.TryGetProperty("enumClosed", out var closed) || !closed.GetBoolean() || !json.TryGetProperty("enum", out var values))
            return null;

        var allowed = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values.EnumerateArray())
            allowed.Add(value.GetString()!);
        return allowed;
    }

    /// <summary>Describes the first error of a value; null for a valid one.</summary>
    /// <param name="value">The value.</param>
    /// <param name="path">The path of the value, for the message.</param>
    public string? FindError(JsonElement value, string path) => _type switch
    {
        "object" => FindObjectError(value, path),
        "array" => FindArrayError(value, path),
        "integer" when value.ValueKind != JsonValueKind.Number || !value.TryGetInt64(out _) => $"{path} must be a whole number.",
        "integer" => null,
        _ when value.ValueKind != JsonValueKind.String => $"{path} must be text.",
        _ when _allowed is not null && !_allowed.Contains(value.GetString()!) => $"{path} must be one of {string.Join(", ", _allowed)}.",
        _ => null,
    };

    private string? FindArrayError(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return $"{path} must be a JSON array.";

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (_items?.FindError(item, $"{path}.{++index}") is { } error)
                return error;
        }

        return null;
    }

    private string? FindObjectError(JsonElement value, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return $"{path} must be a JSON object.";

        // The platform treats a member that is null as missing.
        foreach (var property in value.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null))
        {
            if (!_properties.TryGetValue(property.Name, out var definition))
                return $"{path} has no member {property.Name}.";
            if (definition.Schema.FindError(property.Value, $"{path}.{property.Name}") is { } error)
                return error;
        }

        foreach (var property in _properties)
        {
            if (property.Value.Required && (!value.TryGetProperty(property.Key, out var member) || member.ValueKind == JsonValueKind.Null))
                return $"{path}.{property.Key} is mandatory.";
        }

        return null;
    }
}
