using System.Text.Json;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.Contract;

/// <summary>Reads the response descriptions of the contract.</summary>
internal static class ResponseSchema
{
    /// <summary>Every property that is no object or list of objects itself, as <c>Data.Content[].TaskId</c>.</summary>
    public static IEnumerable<(string Path, JsonElement Schema)> Leaves(JsonElement schema, string path)
    {
        if (schema.TryGetProperty("properties", out var properties))
            return properties.EnumerateObject().SelectMany(property => Leaves(property.Value, path.Length == 0 ? property.Name : path + "." + property.Name));
        return schema.TryGetProperty("items", out var items) && items.TryGetProperty("properties", out _) ? Leaves(items, path + "[]") : [(path, schema)];
    }

    public static IEnumerable<JsonElement> Values(JsonElement json, string path)
    {
        IEnumerable<JsonElement> found = [json];
        foreach (var step in path.Split('.'))
        {
            var name = step.TrimEnd('[', ']');
            found = found.SelectMany(element => element.TryGetProperty(name, out var value) ? [value] : Array.Empty<JsonElement>());
            if (step.EndsWith("[]", StringComparison.Ordinal))
                found = found.SelectMany(element => element.EnumerateArray());
        }

        return found;
    }

    public static JsonValueKind[] Kinds(JsonElement schema) => schema.Text("type") switch
    {
        "integer" => [JsonValueKind.Number],
        "boolean" => [JsonValueKind.True, JsonValueKind.False],
        "array" => [JsonValueKind.Array],
        _ => [JsonValueKind.String],
    };

    public static IEnumerable<string> UnknownMembers(JsonElement json, JsonElement schema, string path)
    {
        if (json.ValueKind == JsonValueKind.Array)
            return json.EnumerateArray().SelectMany(item => UnknownMembers(item, schema.GetProperty("items"), path + "[]"));
        if (json.ValueKind != JsonValueKind.Object)
            return [];

        var properties = schema.GetProperty("properties");
        return json.EnumerateObject().SelectMany(member => properties.TryGetProperty(member.Name, out var known)
            ? UnknownMembers(member.Value, known, path + "." + member.Name)
            : [path + "." + member.Name]);
    }
}
