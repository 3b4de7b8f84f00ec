using System.Security.Cryptography;

namespace Bdrc.Core.Signing;

/// <summary>The hash of a body, <c>x-acs-content-sha256</c>.</summary>
public static class PayloadHash
{
    /// <summary>The hash of no body: of zero bytes.</summary>
    public const string Empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /// <summary>The hash of the bytes that are sent.</summary>
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
