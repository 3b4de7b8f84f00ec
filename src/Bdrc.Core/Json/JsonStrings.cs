using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bdrc.Core.Json;

/// <summary>
/// Reads JSON strings that can contain the escape of an unpaired surrogate, which <see cref="Utf8JsonReader.GetString"/> rejects.
/// The text keeps the surrogate, so that an id or a page token is never sent back as another one: parameters refuse it.
/// </summary>
internal static class JsonStrings
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string? Read(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException) when (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
        {
            return Unescape(reader.ValueSpan);
        }
    }

    private static string Unescape(ReadOnlySpan<byte> escaped)
    {
        var text = new StringBuilder(escaped.Length);
        for (var run = escaped.IndexOf((byte)'\\'); run >= 0; run = escaped.IndexOf((byte)'\\'))
        {
            text.Append(Decode(escaped.Slice(0, run)));
            var length = AppendEscape(text, escaped.Slice(run));
            escaped = escaped.Slice(run + length);
        }

        return text.Append(Decode(escaped)).ToString();
    }

    /// <summary>Appends an escape, which the reader has already checked, and returns its length.</summary>
    private static int AppendEscape(StringBuilder text, ReadOnlySpan<byte> escape)
    {
        if (escape[1] == 'u')
        {
            var digits = Decode(escape.Slice(2, 4));
            text.Append((char)ushort.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
            return 6;
        }

        text.Append(escape[1] switch
        {
            (byte)'b' => '\b',
            (byte)'f' => '\f',
            (byte)'n' => '\n',
            (byte)'r' => '\r',
            (byte)'t' => '\t',
            var other => (char)other,
        });
        return 2;
    }

    private static string Decode(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes.ToArray());
        }
        catch (DecoderFallbackException failure)
        {
            throw new JsonException("A string is not UTF-8.", failure);
        }
    }
}

/// <summary>
/// Reads strings with unpaired surrogates. The options have it only when a body could not be read without it, because the
/// built-in converter is faster.
/// </summary>
internal sealed class StringConverter : JsonConverter<string>
{
    public override string? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String ? JsonStrings.Read(ref reader) : throw new JsonException("Text was expected.");

    public override void Write(Utf8JsonWriter writer, string value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}
