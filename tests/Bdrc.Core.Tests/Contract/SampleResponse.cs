using System.Text.Json.Nodes;

namespace Bdrc.Core.Tests.Contract;

/// <summary>A response made from the contract's schema: it has every field, and every list has two items.</summary>
internal sealed class SampleResponse
{
    private readonly List<SampleLeaf> _leaves = [];
    private int _counter;

    public SampleResponse(JsonObject operation) => Json = Make(operation["response"]!.AsObject(), string.Empty)!.AsObject();

    public JsonObject Json { get; }

    public IReadOnlyList<SampleLeaf> Leaves => _leaves;

    private JsonNode? Make(JsonObject schema, string path)
    {
        switch ((string)schema["type"]!)
        {
            case "object" when schema["properties"] is JsonObject properties:
                var result = new JsonObject();
                foreach (var property in properties)
                    result[property.Key] = Make(property.Value!.AsObject(), path.Length == 0 ? property.Key : path + "." + property.Key);
                return result;
            case "array":
                var items = schema["items"]!.AsObject();
                return new JsonArray(Make(items, path + "[0]"), Make(items, path + "[1]"));
            case "boolean":
                return Leaf(schema, path, value: true);
            case "integer":
                _counter++;
                var isTime = new SampleLeaf(path, schema, 0).IsTime;
                return (string?)schema["format"] == "int32"
                    ? Leaf(schema, path, _counter)
                    : Leaf(schema, path, (isTime ? 1_700_000_000L : 5_000_000_000L) + _counter);
            default:
                _counter++;
                return Leaf(schema, path, (string?)schema["encoding"] == "json-string" ? $$"""{"n":{{_counter}}}""" : $"é {_counter}");
        }
    }

    private JsonValue? Leaf<T>(JsonObject schema, string path, T value)
        where T : notnull
    {
        _leaves.Add(new SampleLeaf(path, schema, value));
        return JsonValue.Create(value);
    }
}

/// <summary>One value of a generated response.</summary>
/// <param name="Path">Its path, such as <c>Data.Content[0].ResourceId</c>.</param>
/// <param name="Schema">Its schema in the contract.</param>
/// <param name="Value">The value. It differs from every other value of the response; a flag is true.</param>
internal sealed record SampleLeaf(string Path, JsonObject Schema, object Value)
{
    // ApplyTime is declared a number without a unit and shown as a time.
    public bool IsTime => (string?)Schema["unit"] == "unix-seconds" || Path.EndsWith(".ApplyTime", StringComparison.Ordinal);
}
