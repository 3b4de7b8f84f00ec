using System.Text;
using System.Text.Json;

namespace Bdrc.Core.Tests.Signing;

/// <summary>One entry of signing-vectors.json.</summary>
internal sealed class SigningVector(JsonElement json)
{
    private static readonly JsonDocument File = JsonDocument.Parse(
        typeof(SigningVector).Assembly.GetManifestResourceStream("signing-vectors.json")!);

    public static IEnumerable<string> Names =>
        File.RootElement.GetProperty("vectors").EnumerateArray().Select(vector => vector.GetProperty("name").GetString()!);

    public static SigningVector Find(string name) => new(
        File.RootElement.GetProperty("vectors").EnumerateArray().Single(vector => vector.GetProperty("name").GetString() == name));

    public string this[string property] => json.GetProperty(property).GetString()!;

    public List<string> Path => [.. json.GetProperty("path").EnumerateArray().Select(segment => segment.GetString()!)];

    public List<KeyValuePair<string, string>> Query => Pairs("query");

    public List<KeyValuePair<string, string>> Headers => Pairs("headers");

    public byte[] Body
    {
        get
        {
            if (json.GetProperty("bodyBase64").GetString() is { } base64)
                return Convert.FromBase64String(base64);
            return Encoding.UTF8.GetBytes(json.GetProperty("body").GetString() ?? string.Empty);
        }
    }

    private List<KeyValuePair<string, string>> Pairs(string property) =>
        [.. json.GetProperty(property).EnumerateArray().Select(pair => KeyValuePair.Create(pair[0].GetString()!, pair[1].GetString()!))];
}
