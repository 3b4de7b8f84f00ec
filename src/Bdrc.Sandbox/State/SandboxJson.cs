using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Bdrc.Sandbox.Rules;

namespace Bdrc.Sandbox.State;

/// <summary>JSON that travels inside a string.</summary>
internal static class SandboxJson
{
    /// <summary>How all JSON of the sandbox is written: nothing is escaped that need not be.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes an object.</summary>
    /// <param name="members">Writes what it holds.</param>
    public static string Object(Action<Utf8JsonWriter> members)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }
}
