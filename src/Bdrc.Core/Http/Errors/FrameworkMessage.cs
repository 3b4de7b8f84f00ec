using System.Text;
using Bdrc.Text;

namespace Bdrc.Core.Http.Errors;

/// <summary>
/// The texts of exceptions of .NET, for users. .NET quotes addresses with their user and password, so an exception of the
/// transport is never passed on itself: only this class reads its text.
/// </summary>
internal static class FrameworkMessage
{
    private const string SchemeEnd = "://";

    // The text about a refused tunnel ends with a quotation mark that has no counterpart.
    private static readonly char[] End = ['.', ' ', '"'];
    private static readonly char[] AuthorityEnd = ['/', '?', '#', '\\'];

    /// <summary>The message, without user names and passwords in addresses, and without the final period.</summary>
    public static string Of(Exception failure) => TextSanitizer.Of(RemoveUserInfo(failure.Message)).TrimEnd(End);

    /// <summary>A copy of an exception and its causes that has only their types and their redacted messages.</summary>
    public static HttpRequestException Copy(Exception failure)
    {
        var text = new StringBuilder();
        for (var cause = failure; cause is not null; cause = cause.InnerException)
            text.Append(text.Length == 0 ? string.Empty : " <- ").Append(cause.GetType().Name).Append(": ").Append(Of(cause));
        return new HttpRequestException(text.ToString());
    }

    private static string RemoveUserInfo(string text)
    {
        for (var start = text.IndexOf(SchemeEnd, StringComparison.Ordinal); start >= 0;)
        {
            start += SchemeEnd.Length;
            var end = text.IndexOfAny(AuthorityEnd, start);
            var at = text.LastIndexOf('@', (end < 0 ? text.Length : end) - 1, (end < 0 ? text.Length : end) - start);
            if (at >= 0)
                text = text.Substring(0, start) + Strings.SecretHidden + text.Substring(at);
            start = text.IndexOf(SchemeEnd, start, StringComparison.Ordinal);
        }

        return text;
    }
}
