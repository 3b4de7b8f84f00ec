using Bdrc.Text;

namespace Bdrc.Core.Http;

/// <summary>
/// Values of headers. The HTTP stack of .NET takes a value with a line feed unchecked and writes it as it is, so that what
/// follows would be a header of its own.
/// </summary>
internal static class HeaderText
{
    /// <summary>Refuses what is not visible ASCII. The value is not repeated: it may be a token.</summary>
    /// <param name="name">Header.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="BdrcException">It holds a line break or any other character that headers do not have.</exception>
    public static void Check(string name, string value)
    {
        foreach (var c in value)
        {
            if (c is < ' ' or > '~')
                throw new BdrcException(BdrcErrorKind.InvalidArgument, "InvalidHeader", Strings.HeaderCharacters.FormatInvariant(name));
        }
    }

    /// <summary>Refuses a message with such a header.</summary>
    /// <param name="request">Complete, but not sent yet.</param>
    /// <exception cref="BdrcException">A value holds what headers do not have.</exception>
    public static void Check(HttpRequestMessage request)
    {
        foreach (var header in request.Headers)
        {
            foreach (var value in header.Value)
                Check(header.Key, value);
        }
    }
}
