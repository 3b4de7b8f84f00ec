using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Bdrc.Core.Json;

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
                JsonStrings.Read(ref reader), NumberStyles.Number, CultureInfo.InvariantCulture, out var parsed):
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
