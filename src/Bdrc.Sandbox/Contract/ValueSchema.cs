using System.Text.Json;
using Bdrc.Sandbox.Faults;
using Bdrc.Sandbox.Rules;

namespace Bdrc.Sandbox.Contract;

/// <summary>The shape of a value inside a JSON array parameter, as the contract describes it.</summary>
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

    /// <summary>What is wrong with a value; null for nothing.</summary>
    /// <param name="value">The value.</param>
    /// <param name="place">Where it is, for the message.</param>
    public string? Fault(JsonElement value, string place) => _type switch
    {
        "object" => ObjectFault(value, place),
        "array" => ArrayFault(value, place),
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _) ? null : $"{place} must be a whole number.",
        _ when value.ValueKind != JsonValueKind.String => $"{place} must be text.",
        _ when _allowed is not null && !_allowed.Contains(value.GetString()!) => $"{place} must be one of {string.Join(", ", _allowed)}.",
        _ => null,
    };

    private string? ArrayFault(JsonElement value, string place)
    {
        if (value.ValueKind != JsonValueKind.Array)
            return $"{place} must be a JSON array.";

        var index = 0;
        foreach (var item in value.EnumerateArray())
        {
            if (_items?.Fault(item, $"{place}.{++index}") is { } fault)
                return fault;
        }

        return null;
    }

    private string? ObjectFault(JsonElement value, string place)
    {
        if (value.ValueKind != JsonValueKind.Object)
            return $"{place} must be a JSON object.";

        // A member that is null is one that was not sent.
        foreach (var property in value.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null))
        {
            if (!_properties.TryGetValue(property.Name, out var known))
                return $"{place} has no member {property.Name}.";
            if (known.Schema.Fault(property.Value, $"{place}.{property.Name}") is { } fault)
                return fault;
        }

        foreach (var property in _properties)
        {
            if (property.Value.Required && (!value.TryGetProperty(property.Key, out var member) || member.ValueKind == JsonValueKind.Null))
                return $"{place}.{property.Key} is mandatory.";
        }

        return null;
    }
}
