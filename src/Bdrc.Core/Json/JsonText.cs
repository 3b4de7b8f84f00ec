using System.Text.Json;
using Bdrc.Text;

namespace Bdrc.Core.Json;

/// <summary>Parses and writes JSON text, as the service sends it inside a field and as parameters accept it.</summary>
public static class JsonText
{
    /// <summary>Parses a text.</summary>
    /// <param name="json">The text. Null, empty and invalid JSON return null.</param>
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

    /// <summary>Parses JSON that the user specified.</summary>
    /// <param name="name">The name of the parameter, for the message.</param>
    /// <param name="json">The text.</param>
    /// <exception cref="BdrcException">It is not valid JSON. The message names line and position.</exception>
    public static object? ParseInput(string name, string json)
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

    /// <summary>Writes plain values as JSON text without spaces.</summary>
    /// <param name="name">The name of the parameter, for the message.</param>
    /// <param name="value">Strings, numbers, booleans, null, dictionaries with text keys, and lists of these.</param>
    /// <exception cref="BdrcException">A string contains an unpaired surrogate.</exception>
    public static string Write(string name, object? value) => PlainValueWriter.Write(name, value);

    internal static BdrcException Refuse(string name, string message) =>
        new(BdrcErrorKind.InvalidArgument, "Invalid" + name.TrimStart('-'), message);
}
