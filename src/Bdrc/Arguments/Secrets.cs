using System.Runtime.InteropServices;
using System.Security;

namespace Bdrc.Arguments;

/// <summary>Opens a SecureString at the last moment.</summary>
internal static class Secrets
{
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
