using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Bdrc.Core.Signing;

/// <summary>Signs requests with Signature V3, ACS3-HMAC-SHA256 (spec/signing.md).</summary>
public static class Acs3Signer
{
    /// <summary>Name of the algorithm, first word of the string to sign and of the Authorization header.</summary>
    public const string Algorithm = "ACS3-HMAC-SHA256";

    private const int HashSize = 32;
    private const string CredentialPart = " Credential=";
    private const string HeadersPart = ",SignedHeaders=";
    private const string SignaturePart = ",Signature=";
#if NET
    private const int MaxKeyBytesOnStack = 128;
#endif

    /// <summary>Signs a request.</summary>
    /// <param name="request">The request with all its headers.</param>
    /// <param name="accessKeyId">Key id, in clear.</param>
    /// <param name="accessKeySecret">Secret; its bytes are cleared after use.</param>
    /// <returns>The value of the Authorization header.</returns>
    public static string Authorize(SignableRequest request, string accessKeyId, string accessKeySecret)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));

        Span<byte> hash = stackalloc byte[HashSize];
        HashCanonicalRequest(request, hash);
        SignHash(hash, accessKeySecret);
        return FormatAuthorization(request, accessKeyId, hash);
    }

    /// <summary>Returns the canonical request as text, for tests and for comparison with the server's. It must not be logged.</summary>
    /// <param name="request">The request with all its headers.</param>
    public static string CanonicalRequest(SignableRequest request)
    {
        if (request is null)
            throw new ArgumentNullException(nameof(request));

        using var text = Canonicalise(request);
        return text.ToString();
    }

    /// <summary>Returns the string to sign.</summary>
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

    private static void HashCanonicalRequest(SignableRequest request, Span<byte> hash)
    {
        var text = Canonicalise(request);
        try
        {
#if NET
            SHA256.HashData(text.Bytes.AsSpan(0, text.Length), hash);
#else
            using var sha = SHA256.Create();
            sha.ComputeHash(text.Bytes, 0, text.Length).CopyTo(hash);
#endif
        }
        finally
        {
            text.Dispose();
        }
    }

    /// <summary>Replaces the hash of the canonical request by the signature.</summary>
    private static void SignHash(Span<byte> hash, string accessKeySecret)
    {
        var toSign = new Utf8Buffer(Algorithm.Length + 1 + (HashSize * 2));
        toSign.Append(Algorithm);
        toSign.Append('\n');
        toSign.AppendHex(hash);

#if NET
        Span<byte> key = stackalloc byte[MaxKeyBytesOnStack];
        if (Encoding.UTF8.GetByteCount(accessKeySecret) > key.Length)
            key = new byte[Encoding.UTF8.GetByteCount(accessKeySecret)];
        key = key[..Encoding.UTF8.GetBytes(accessKeySecret, key)];
#else
        // .NET Framework accepts a key only as an array.
        var key = Encoding.UTF8.GetBytes(accessKeySecret);
#endif
        try
        {
#if NET
            HMACSHA256.HashData(key, toSign.Bytes.AsSpan(0, toSign.Length), hash);
#else
            using var hmac = new HMACSHA256(key);
            hmac.ComputeHash(toSign.Bytes, 0, toSign.Length).CopyTo(hash);
#endif
        }
        finally
        {
#if NET
            CryptographicOperations.ZeroMemory(key);
#else
            Array.Clear(key, 0, key.Length);
#endif
            toSign.Dispose();
        }
    }

    private static string FormatAuthorization(SignableRequest request, string accessKeyId, ReadOnlySpan<byte> signature)
    {
        var headers = request.Headers;
        var length = Algorithm.Length + CredentialPart.Length + accessKeyId.Length + HeadersPart.Length + SignaturePart.Length
            + (HashSize * 2);
        for (var i = 0; i < headers.Count; i++)
            length += headers[i].Key.Length + 1;

        // A pooled array, so that only the text of the header is allocated.
        var text = ArrayPool<char>.Shared.Rent(length);
        try
        {
            var end = Copy(Algorithm, text, 0);
            end = Copy(CredentialPart, text, end);
            end = Copy(accessKeyId, text, end);
            end = Copy(HeadersPart, text, end);
            for (var i = 0; i < headers.Count; i++)
            {
                if (i > 0)
                    text[end++] = ';';
                end = Copy(headers[i].Key, text, end);
            }

            end = Copy(SignaturePart, text, end);
            foreach (var part in signature)
            {
                text[end++] = LowerHex.Digit(part >> 4);
                text[end++] = LowerHex.Digit(part & 0xF);
            }

            return new string(text, 0, end);
        }
        finally
        {
            ArrayPool<char>.Shared.Return(text);
        }
    }

    private static int Copy(string part, char[] text, int at)
    {
        part.CopyTo(0, text, at, part.Length);
        return at + part.Length;
    }
}
