using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Bdrc.Text;

namespace Bdrc.Core.Json;

/// <summary>
/// Reads any JSON as strings, numbers, booleans, arrays and dictionaries, whose members PowerShell can access. No type of
/// System.Text.Json leaves Core.
/// </summary>
internal sealed class PlainValueConverter : JsonConverter<object>
{
    public override object? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadObject(ref reader, options);
            case JsonTokenType.StartArray:
                return ReadArray(ref reader, options);
            case JsonTokenType.String:
                return JsonStrings.Read(ref reader);
            case JsonTokenType.Number:
                return reader.TryGetInt64(out var whole) ? (object)whole : reader.GetDouble();
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            default:
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, object value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Models are only read.");

    private Dictionary<string, object?> ReadObject(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var fields = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = JsonStrings.Read(ref reader)!;
            reader.Read();
            fields[name] = Read(ref reader, typeof(object), options);
        }

        return fields;
    }

    private object?[] ReadArray(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        var items = new List<object?>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            items.Add(Read(ref reader, typeof(object), options));
        return [.. items];
    }
}

/// <summary>Writes PowerShell values as JSON text, the reverse of <see cref="PlainValueConverter"/>.</summary>
internal static class PlainValueWriter
{
    // The text is sent in a form field, never embedded in HTML, so only JSON itself needs escapes.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(string name, object? value)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
            Write(writer, name, value);
        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter writer, string name, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(WellFormed(name, text));
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case double or float:
                writer.WriteNumberValue(Convert.ToDouble(value, CultureInfo.InvariantCulture));
                break;
            case sbyte or byte or short or ushort or int or uint or long or ulong or decimal:
                writer.WriteNumberValue(Convert.ToDecimal(value, CultureInfo.InvariantCulture));
                break;
            case IDictionary<string, object?> fields:
                WriteObject(writer, name, fields);
                break;
            case IEnumerable items:
                WriteArray(writer, name, items);
                break;
            default:
                writer.WriteStringValue(WellFormed(name, Convert.ToString(value, CultureInfo.InvariantCulture) ?? string.Empty));
                break;
        }
    }

    private static void WriteObject(Utf8JsonWriter writer, string name, IDictionary<string, object?> fields)
    {
        writer.WriteStartObject();
        foreach (var field in fields)
        {
            writer.WritePropertyName(WellFormed(name, field.Key));
            Write(writer, name, field.Value);
        }

        writer.WriteEndObject();
    }

    private static void WriteArray(Utf8JsonWriter writer, string name, IEnumerable items)
    {
        writer.WriteStartArray();
        foreach (var item in items)
            Write(writer, name, item);
        writer.WriteEndArray();
    }

    // The writer would silently replace an unpaired surrogate.
    private static string WellFormed(string name, string text)
    {
        IdentifierValue.CheckText(name, text);
        return text;
    }
}
