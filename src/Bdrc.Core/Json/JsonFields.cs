using System.Globalization;
using System.Text.Json;

namespace Bdrc.Core.Json;

/// <summary>Reads the fields of a JSON object by name, ignoring case.</summary>
internal static class JsonFields
{
    /// <summary>A string, number or boolean as text; null when it is missing or empty.</summary>
    public static string? Text(JsonElement fields, string name)
    {
        if (Element(fields, name) is not { } value)
            return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.String => value.GetString(),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        };
        return string.IsNullOrEmpty(text) ? null : text;
    }

    public static JsonElement? Element(JsonElement fields, string name)
    {
        if (fields.ValueKind != JsonValueKind.Object)
            return null;
        foreach (var property in fields.EnumerateObject())
        {
            if (property.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                return property.Value;
        }

        return null;
    }

    /// <summary>A time as ISO 8601 text or as seconds since 1970; null when it is invalid.</summary>
    public static DateTimeOffset? Time(JsonElement fields, string name)
    {
        var text = Text(fields, name);
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 253402300800)
            return DateTimeOffset.FromUnixTimeSeconds(seconds);
        return DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;
    }
}
