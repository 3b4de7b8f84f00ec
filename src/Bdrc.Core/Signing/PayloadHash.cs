using System.Security.Cryptography;

namespace Bdrc.Core.Signing;

/// <summary>Computes the hash of a body, <c>x-acs-content-sha256</c>.</summary>
public static class PayloadHash
{
    /// <summary>The hash of an empty body.</summary>
    public const string Empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>Computes the hash in lower-case hexadecimal.</summary>
    /// <param name="body">The body; null or empty for none.</param>
    public static string Compute(byte[]? body)
    {
        if (body is null || body.Length == 0)
            return Empty;
#if NET
        return LowerHex.Encode(SHA256.HashData(body), 32);
#else
        using var sha = SHA256.Create();
        return LowerHex.Encode(sha.ComputeHash(body), 32);
#endif
    }
}

/// <summary>Encodes lower-case hexadecimal, the form of every hash in the protocol.</summary>
internal static class LowerHex
{
    private const string Digits = "0123456789abcdef";

    public static char Digit(int value) => Digits[value];

    public static string Encode(byte[] hash, int count)
    {
        var text = new char[count * 2];
        for (var i = 0; i < count; i++)
        {
            text[i * 2] = Digit(hash[i] >> 4);
            text[(i * 2) + 1] = Digit(hash[i] & 0xF);
        }

        return new string(text);
    }
}
