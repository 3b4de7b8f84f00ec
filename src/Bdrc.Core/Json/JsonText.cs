using System.Text.Json;
using Bdrc.Text;

namespace Bdrc.Core.Json;

/// <summary>JSON as text: what the service sends inside a field, and what a parameter takes.</summary>
public static class JsonText
{
    /// <summary>Parses a text.</summary>
    /// <param name="json">The text; null, empty and what is not JSON give null.</param>
    /// <returns>Strings, numbers, booleans, <c>object[]</c> and dictionaries.</returns>
    public static object? Parse(string? json)
    {
        if (string.IsNullOrWhiteSpace(json))
            return null;

        try
        {
            return JsonSerializer.Deserialize(json!, BdrcJson.TypeInfo<object>());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Parses a text that a user gave.</summary>
    /// <param name="name">How the user calls it, for the message.</param>
    /// <param name="json">The text.</param>
    /// <exception cref="BdrcException">It is not JSON; the message names the line and the position.</exception>
    public static object? ParseGiven(string name, string json)
    {
        if (string.IsNullOrWhiteSpace(json))
            throw Refuse(name, Strings.JsonEmpty.FormatInvariant(name));
        IdentifierValue.CheckText(name, json);

        try
        {
            return JsonSerializer.Deserialize(json, BdrcJson.TypeInfo<object>());
        }
        catch (JsonException failure)
        {
            throw Refuse(name, Strings.JsonMalformed.FormatInvariant(name, failure.LineNumber + 1, failure.BytePositionInLine + 1));
        }
    }

    /// <summary>Writes plain values as JSON text without blanks.</summary>
    /// <param name="name">How the user calls it, for the message.</param>
    /// <param name="value">Strings, numbers, booleans, null, dictionaries with text keys, and lists of these.</param>
    /// <exception cref="BdrcException">A text in it holds half of a character.</exception>
    public static string Write(string name, object? value) => PlainValueWriter.Write(name, value);

    internal static BdrcException Refuse(string name, string message) =>
        new(BdrcErrorKind.InvalidArgument, "Invalid" + name.TrimStart('-'), message);
}
