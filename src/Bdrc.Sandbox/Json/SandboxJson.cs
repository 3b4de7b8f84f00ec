using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Bdrc.Sandbox.Json;

/// <summary>Writes JSON text.</summary>
internal static class SandboxJson
{
    /// <summary>The options for all JSON of the sandbox: only the necessary characters are escaped.</summary>
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>Writes an object.</summary>
    /// <param name="writeMembers">Writes the writeMembers.</param>
    public static string Object(Action<Utf8JsonWriter> writeMembers)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            writeMembers(json);
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
