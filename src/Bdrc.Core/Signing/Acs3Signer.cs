using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Bdrc.Core.Signing;

/// <summary>Signature V3, ACS3-HMAC-SHA256 (spec/signing.md).</summary>
public static class Acs3Signer
{
    /// <summary>Name of the algorithm, first word of the string to sign and of the Authorization header.</summary>
    public const string Algorithm = "ACS3-HMAC-SHA256";

    private const int HashSize = 32;

    /// <summary>Signs a request.</summary>
    /// <param name="request">The request with all its headers.</param>
    /// <param name="accessKeyId">Key id, in clear.</param>
    /// <param name="accessKeySecret">Secret; its bytes are cleared after use.</param>
    /// <returns>The value of the Authorization header.</returns>
    public static string Authorize(SignableRequest request, string accessKeyId, string accessKeySecret)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));

        var hash = ArrayPool<byte>.Shared.Rent(HashSize);
        try
        {
            HashCanonicalRequest(request, hash);
            SignHash(hash, accessKeySecret);
            return FormatAuthorization(request, accessKeyId, hash);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(hash);
        }
    }

    /// <summary>The canonical request as text: for tests and for the comparison with a server's, never for a stream.</summary>
    /// <param name="request">The request with all its headers.</param>
    public static string CanonicalRequest(SignableRequest request)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));

        using var text = Canonicalise(request);
        return text.ToString();
    }

    /// <summary>The string to sign as text.</summary>
    /// <param name="request">The request with all its headers.</param>
    public static string StringToSign(SignableRequest request)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));

        var hash = new byte[HashSize];
        HashCanonicalRequest(request, hash);
        return Algorithm + "\n" + LowerHex.Encode(hash, HashSize);
    }

    private static Utf8Buffer Canonicalise(SignableRequest request)
    {
        var text = new Utf8Buffer(1024);
        text.Append(request.Method);
        text.Append('\n');
        text.Append(request.Path);
        text.Append('\n');
        text.Append(request.Query);
        text.Append('\n');
        var headers = request.Headers;
        for (var i = 0; i < headers.Count; i++)
        {
            text.Append(headers[i].Key);
            text.Append(':');
            text.Append(headers[i].Value);
            text.Append('\n');
        }

        text.Append('\n');
        for (var i = 0; i < headers.Count; i++)
        {
            if (i > 0)
                text.Append(';');
            text.Append(headers[i].Key);
        }

        text.Append('\n');
        text.Append(request.PayloadHash);
        return text;
    }

    private static void HashCanonicalRequest(SignableRequest request, byte[] hash)
    {
        var text = Canonicalise(request);
        try
        {
#if NET
            SHA256.HashData(text.Bytes.AsSpan(0, text.Length), hash);
#else
            using var sha = SHA256.Create();
            Buffer.BlockCopy(sha.ComputeHash(text.Bytes, 0, text.Length), 0, hash, 0, HashSize);
#endif
        }
        finally
        {
            text.Dispose();
        }
    }

    /// <summary>Replaces the hash of the canonical request by the signature.</summary>
    private static void SignHash(byte[] hash, string accessKeySecret)
    {
        var toSign = new Utf8Buffer(Algorithm.Length + 1 + (HashSize * 2) + 64);
        toSign.Append(Algorithm);
        toSign.Append('\n');
        toSign.AppendHex(hash, HashSize);

        // The exact length: .NET Framework takes a key only as a whole array.
        var key = Encoding.UTF8.GetBytes(accessKeySecret);
        try
        {
#if NET
            HMACSHA256.HashData(key, toSign.Bytes.AsSpan(0, toSign.Length), hash);
#else
            using var hmac = new HMACSHA256(key);
            Buffer.BlockCopy(hmac.ComputeHash(toSign.Bytes, 0, toSign.Length), 0, hash, 0, HashSize);
#endif
        }
        finally
        {
            Array.Clear(key, 0, key.Length);
            toSign.Dispose();
        }
    }

    private static string FormatAuthorization(SignableRequest request, string accessKeyId, byte[] signature)
    {
        var text = new StringBuilder(256);
        text.Append(Algorithm).Append(" Credential=").Append(accessKeyId).Append(",SignedHeaders=");
        var headers = request.Headers;
        for (var i = 0; i < headers.Count; i++)
        {
            if (i > 0)
                text.Append(';');
            text.Append(headers[i].Key);
        }

        text.Append(",Signature=");
        for (var i = 0; i < HashSize; i++)
            text.Append(LowerHex.Digit(signature[i] >> 4)).Append(LowerHex.Digit(signature[i] & 0xF));
        return text.ToString();
    }
}
