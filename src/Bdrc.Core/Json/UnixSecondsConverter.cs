using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bdrc.Core.Json;

/// <summary>
/// Reads times: Unix seconds as a number or as a string of digits, in one field ISO 8601 text. 0, empty and null mean unset.
/// An invalid time is unset as well, so that one invalid field does not lose the object. The result is local time, as that of
/// Get-Date: PowerShell compares DateTime values without regard to their kind.
/// </summary>
internal sealed class UnixSecondsConverter : JsonConverter<DateTime?>
{
    private const long LastSecond = 253402300799;

    public override bool HandleNull => true;

    public override DateTime? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
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

    public override void Write(Utf8JsonWriter writer, DateTime? value, JsonSerializerOptions options)
    {
        if (value is { } time)
            writer.WriteNumberValue(new DateTimeOffset(time).ToUnixTimeSeconds());
        else
            writer.WriteNullValue();
    }

    private static DateTime? FromSeconds(long seconds) =>
        seconds is > 0 and <= LastSecond ? DateTimeOffset.FromUnixTimeSeconds(seconds).LocalDateTime : null;

    private static DateTime? FromText(string? text)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
            return FromSeconds(seconds);
        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time.LocalDateTime
            : null;
    }
}
