using Bdrc.Text;

namespace Bdrc.Core.Http;

/// <summary>
/// Checks header values. The HTTP stack of .NET accepts a value with a line feed and writes it unchanged, so that the rest of
/// the value would become a header of its own.
/// </summary>
internal static class HeaderValue
{
    /// <summary>Refuses a value with anything but visible ASCII. The error does not repeat the value: it may be a token.</summary>
    /// <param name="name">Header.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="BdrcException">The value has a line break or another character that headers cannot hold.</exception>
    public static void Check(string name, string value)
    {
        foreach (var c in value)
        {
            if (c is < ' ' or > '~')
                throw new BdrcException(BdrcErrorKind.InvalidArgument, "InvalidHeader", Strings.HeaderCharacters.FormatInvariant(name));
        }
    }
}
