using System.Runtime.InteropServices;
using System.Security;

namespace Bdrc.Arguments;

/// <summary>Converts secrets between text and SecureString; a parameter keeps the SecureString until the secret is used.</summary>
internal static class Secrets
{
    public static SecureString Protect(string text)
    {
        var secret = new SecureString();
        foreach (var c in text)
            secret.AppendChar(c);
        secret.MakeReadOnly();
        return secret;
    }

    public static string? Reveal(SecureString? secret)
    {
        if (secret is null)
            return null;

        var pointer = Marshal.SecureStringToGlobalAllocUnicode(secret);
        try
        {
            return Marshal.PtrToStringUni(pointer, secret.Length);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(pointer);
        }
    }
}
