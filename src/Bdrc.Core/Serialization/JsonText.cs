using System.Text.Json;

namespace Bdrc.Core.Serialization;

/// <summary>JSON that the service sends as text inside a field.</summary>
public static class JsonText
{
    /// <summary>Parses a text.</summary>
    /// <param name="json">The text; null, empty and what is not JSON give null.</param>
    /// <returns>Strings, numbers, booleans, <c>object[]</c> and dictionaries.</returns>
    public static object? Parse(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
            return null;

        try
        {
            return JsonSerializer.Deserialize(json!, BdrcJson.TypeInfo<object>());
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
