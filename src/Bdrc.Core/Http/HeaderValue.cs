using Bdrc.Text;

namespace Bdrc.Core.Http;

/// <summary>
/// Checks header values. The HTTP stack of .NET accepts a value with a line feed and writes it unchanged, so the rest of the
/// value would become another header.
/// </summary>
internal static class HeaderValue
{
    /// <summary>
    /// Refuses a value with characters other than visible ASCII. The error does not contain the value, which can be a token.
    /// </summary>
    /// <param name="name">Header.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="BdrcException">The value has a line break or another character that is invalid in headers.</exception>
    public static void Check(string name, string value)
    {
        foreach (var c in value)
        {
            if (c is < ' ' or > '~')
                throw new BdrcException(BdrcErrorKind.InvalidArgument, "InvalidHeader", Strings.HeaderCharacters.FormatInvariant(name));
        }
    }
}
