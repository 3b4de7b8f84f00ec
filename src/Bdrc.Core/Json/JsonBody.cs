using System.Text;
using System.Text.Json;
using Bdrc.Text;

namespace Bdrc.Core.Json;

/// <summary>
/// Reads the body of a response as JSON. It accepts a byte order mark and unpaired surrogates, so that one name does not make a
/// whole list unreadable.
/// </summary>
internal static class JsonBody
{
    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>Reads a body.</summary>
    /// <exception cref="JsonException">It is not the expected JSON. The exception has a position, but no text of the body.</exception>
    public static T? Read<T>(byte[] body)
    {
        var content = WithoutMark(body).Span;
        try
        {
            return JsonSerializer.Deserialize(content, BdrcJson.TypeInfo<T>());
        }
        catch (JsonException)
        {
            return ReadTolerant<T>(content);
        }
    }

    /// <summary>The body as text, without a byte order mark.</summary>
    public static string Text(byte[] body)
    {
        var start = body.AsSpan().StartsWith(Mark) ? Mark.Length : 0;
        return Encoding.UTF8.GetString(body, start, body.Length - start);
    }

    /// <summary>The body without a byte order mark.</summary>
    public static ReadOnlyMemory<byte> WithoutMark(byte[] body) =>
        body.AsSpan().StartsWith(Mark) ? body.AsMemory(Mark.Length) : body;

    private static T? ReadTolerant<T>(ReadOnlySpan<byte> content)
    {
        try
        {
            return JsonSerializer.Deserialize(content, BdrcJson.TolerantTypeInfo<T>());
        }
        catch (JsonException failure)
        {
            throw WithoutText(failure);
        }
    }

    // The message and the path of the parser can quote the body, and with it a token that the service returned.
    private static JsonException WithoutText(JsonException failure)
    {
        var message = Strings.JsonInvalidAt.FormatInvariant((failure.LineNumber ?? 0) + 1, (failure.BytePositionInLine ?? 0) + 1);
        return new JsonException(message, path: null, failure.LineNumber, failure.BytePositionInLine);
    }
}
