using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bdrc.Core.Json;

/// <summary>Reads booleans. The service may write true as true, 1, "true" or "1"; everything else is false.</summary>
internal sealed class FlagConverter : JsonConverter<bool>
{
    public override bool HandleNull => true;

    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.True:
                return true;
            case JsonTokenType.Number:
                return reader.TryGetInt64(out var number) && number != 0;
            case JsonTokenType.String:
                return reader.GetString() is { } text && (text == "1" || string.Equals(text, "true", StringComparison.OrdinalIgnoreCase));
            default:
                reader.Skip();
                return false;
        }
    }

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
}

/// <summary>Reads whole numbers. The service may write them as a number, as a string of digits, or as null for 0.</summary>
internal sealed class NumberConverter<T>(Func<decimal, T> convert) : JsonConverter<T>
    where T : struct
{
    public override bool HandleNull => true;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number when reader.TryGetInt64(out var whole):
                return Convert(whole);
            case JsonTokenType.Number when reader.TryGetDecimal(out var number):
                return Convert(number);
            case JsonTokenType.String when decimal.TryParse(
                reader.GetString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var parsed):
                return Convert(parsed);
            case JsonTokenType.Null:
            case JsonTokenType.String:
                return default;
            default:
                throw new JsonException("A whole number was expected.");
        }
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(System.Convert.ToDecimal(value, CultureInfo.InvariantCulture));

    private T Convert(decimal number)
    {
        try
        {
            return convert(number);
        }
        catch (OverflowException failure)
        {
            throw new JsonException("A whole number is out of range.", failure);
        }
    }
}

/// <summary>
/// Reads times: Unix seconds as a number or as a string of digits, in one field ISO 8601 text. 0, empty and null mean unset.
/// An invalid time is unset as well, so that one invalid field does not lose the object.
/// </summary>
internal sealed class UnixSecondsConverter : JsonConverter<DateTimeOffset?>
{
    private const long LastSecond = 253402300799;

    public override bool HandleNull => true;

    public override DateTimeOffset? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Number:
                return reader.TryGetInt64(out var seconds) ? FromSeconds(seconds) : null;
            case JsonTokenType.String:
                return FromText(reader.GetString());
            default:
                reader.Skip();
                return null;
        }
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset? value, JsonSerializerOptions options)
    {
        if (value is { } time)
            writer.WriteNumberValue(time.ToUnixTimeSeconds());
        else
            writer.WriteNullValue();
    }

    private static DateTimeOffset? FromSeconds(long seconds) =>
        seconds is > 0 and <= LastSecond ? DateTimeOffset.FromUnixTimeSeconds(seconds).ToLocalTime() : null;

    private static DateTimeOffset? FromText(string? text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
            return FromSeconds(seconds);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.ToLocalTime()
            : null;
    }
}
