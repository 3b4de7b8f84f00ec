using System.Net;
using System.Security;

namespace Bdrc.Arguments;

/// <summary>Converts secrets between text and SecureString; a parameter keeps the SecureString until the secret is used.</summary>
internal static class Secrets
{
    /// <summary>The greatest number of characters that a SecureString holds.</summary>
    public const int MaximumLength = 65_536;

    public static SecureString Protect(string text) => new NetworkCredential(string.Empty, text).SecurePassword;

    public static string? Reveal(SecureString? secret) =>
        secret is null ? null : new NetworkCredential(string.Empty, secret).Password;
}
