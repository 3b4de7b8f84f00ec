using System.Text;

namespace Bdrc.Core.Signing;

/// <summary>
/// Percent-encodes path segments, query names and values, and form fields (spec/signing.md section 2): of the UTF-8 bytes,
/// <c>A-Z a-z 0-9 - _ . ~</c> stay unchanged, all others become <c>%XX</c> in upper case.
/// </summary>
public static class PercentEncoder
{
    private const string Hex = "0123456789ABCDEF";

    /// <summary>Encodes a text. Percent signs in it are encoded as well.</summary>
    /// <param name="value">Well-formed UTF-16 text.</param>
    /// <exception cref="ArgumentException">The text contains an unpaired surrogate.</exception>
    public static string Encode(string value)
    {
        if (value is null)
            throw new ArgumentNullException(nameof(value));
        if (IsUnreserved(value))
            return value;

        var builder = new StringBuilder(value.Length + 16);
        Append(builder, value);
        return builder.ToString();
    }

    /// <summary>Appends the encoded text.</summary>
    /// <param name="builder">Receives the text.</param>
    /// <param name="value">Well-formed UTF-16 text.</param>
    /// <exception cref="ArgumentException">The text contains an unpaired surrogate.</exception>
    public static void Append(StringBuilder builder, string value)
    {
        if (builder is null)
            throw new ArgumentNullException(nameof(builder));
        if (value is null)
            throw new ArgumentNullException(nameof(value));

        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            if (IsUnreserved(c))
            {
                builder.Append(c);
            }
            else if (c < 0x80)
            {
                AppendByte(builder, c);
            }
            else if (c < 0x800)
            {
                AppendByte(builder, 0xC0 | (c >> 6));
                AppendByte(builder, 0x80 | (c & 0x3F));
            }
            else if (!char.IsSurrogate(c))
            {
                AppendByte(builder, 0xE0 | (c >> 12));
                AppendByte(builder, 0x80 | ((c >> 6) & 0x3F));
                AppendByte(builder, 0x80 | (c & 0x3F));
            }
            else
            {
                AppendPair(builder, value, i++);
            }
        }
    }

    private static void AppendPair(StringBuilder builder, string value, int index)
    {
        if (!char.IsHighSurrogate(value[index]) || index + 1 >= value.Length || !char.IsLowSurrogate(value[index + 1]))
            throw new ArgumentException($"The text is not well-formed Unicode: half a surrogate pair at position {index}.", nameof(value));

        var codePoint = char.ConvertToUtf32(value[index], value[index + 1]);
        AppendByte(builder, 0xF0 | (codePoint >> 18));
        AppendByte(builder, 0x80 | ((codePoint >> 12) & 0x3F));
        AppendByte(builder, 0x80 | ((codePoint >> 6) & 0x3F));
        AppendByte(builder, 0x80 | (codePoint & 0x3F));
    }

    private static void AppendByte(StringBuilder builder, int value) =>
        builder.Append('%').Append(Hex[value >> 4]).Append(Hex[value & 0xF]);

    private static bool IsUnreserved(string value)
    {
        foreach (var c in value)
        {
            if (!IsUnreserved(c))
                return false;
        }

        return true;
    }

    private static bool IsUnreserved(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '-' or '_' or '.' or '~';
}
