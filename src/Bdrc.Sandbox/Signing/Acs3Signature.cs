using System.Security.Cryptography;
using System.Text;
using Bdrc.Sandbox.Contract;

namespace Bdrc.Sandbox.Signing;

/// <summary>
/// Signature V3, computed from a request as received. It is written from the specification and shares no code with the signer in
/// Core, so that an error there is not repeated here.
/// </summary>
internal static class Acs3Signature
{
    public const string Algorithm = "ACS3-HMAC-SHA256";

    public static string PayloadHash(byte[] body) => VerifierHex.Encode(Sha256(body));

    public static string StringToSign(string canonicalRequest) =>
        Algorithm + "\n" + VerifierHex.Encode(Sha256(Encoding.UTF8.GetBytes(canonicalRequest)));

    public static string Sign(string secret, string stringToSign)
    {
        using var hmac = new HMACSHA256(Encoding.UTF8.GetBytes(secret));
        return VerifierHex.Encode(hmac.ComputeHash(Encoding.UTF8.GetBytes(stringToSign)));
    }

    /// <summary>The canonical request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="signedHeaders">Lower-case names of the headers that are signed, in any order.</param>
    /// <param name="payloadHash">Hash of the body.</param>
    public static string CanonicalRequest(SandboxRequest request, IReadOnlyList<string> signedHeaders, string payloadHash)
    {
        var (path, query) = RequestTarget.Split(request.RawTarget);
        var names = signedHeaders.ToArray();
        Array.Sort(names, StringComparer.Ordinal);

        var text = new StringBuilder(512).Append(request.Method).Append('\n');
        AppendPath(text, path);
        text.Append('\n');
        AppendQuery(text, query);
        text.Append('\n');
        foreach (var name in names)
            text.Append(name).Append(':').Append(HeaderText(request, name)).Append('\n');
        return text.Append('\n').Append(string.Join(";", names)).Append('\n').Append(payloadHash).ToString();
    }

    /// <summary>The canonical text of a header: values are trimmed, sorted and joined with commas.</summary>
    public static string HeaderText(SandboxRequest request, string name)
    {
        if (name == "host")
            return request.Host.Trim();

        string? first = null;
        List<string>? all = null;
        foreach (var header in request.Headers)
        {
            if (!string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase))
                continue;

            var value = header.Value.Trim();
            if (first is null)
            {
                first = value;
            }
            else
            {
                all ??= [first];
                all.Add(value);
            }
        }

        if (all is null)
            return first ?? string.Empty;

        all.Sort(StringComparer.Ordinal);
        return string.Join(",", all);
    }

    private static void AppendPath(StringBuilder text, string path)
    {
        // Decoded and encoded again: a client may escape other characters than the canonical form.
        foreach (var segment in path.TrimStart('/').Split('/'))
            text.Append('/').Append(Uri.EscapeDataString(Uri.UnescapeDataString(segment)));
    }

    private static void AppendQuery(StringBuilder text, string query)
    {
        var pairs = RequestTarget.DecodePairs(query);
        pairs.Sort(static (a, b) =>
            string.CompareOrdinal(a.Key, b.Key) is var order and not 0 ? order : string.CompareOrdinal(a.Value, b.Value));
        for (var i = 0; i < pairs.Count; i++)
        {
            if (i > 0)
                text.Append('&');
            text.Append(Uri.EscapeDataString(pairs[i].Key)).Append('=').Append(Uri.EscapeDataString(pairs[i].Value));
        }
    }

    private static byte[] Sha256(byte[] bytes)
    {
#if NET
        return SHA256.HashData(bytes);
#else
        using var sha = SHA256.Create();
        return sha.ComputeHash(bytes);
#endif
    }
}

/// <summary>Bytes as lower-case hexadecimal text.</summary>
internal static class VerifierHex
{
    private const string Digits = "0123456789abcdef";

    public static string Encode(byte[] bytes)
    {
        var text = new char[bytes.Length * 2];
        for (var i = 0; i < bytes.Length; i++)
        {
            text[2 * i] = Digits[bytes[i] >> 4];
            text[(2 * i) + 1] = Digits[bytes[i] & 15];
        }

        return new string(text);
    }
}
