using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Bdrc.Sandbox.Tests.Clients;

/// <summary>A signer as small as the specification allows; it shares nothing with the sandbox's verifier or with Core.</summary>
public static class TestSigner
{
    /// <summary>Adds date, nonce, hash and Authorization to the headers of a request.</summary>
    public static void Sign(WireRequest request, string accessKeyId, string accessKeySecret, DateTimeOffset now, string nonce)
    {
        var headers = request.Headers;
        headers.TryAdd("x-acs-action", request.Action);
        headers.TryAdd("x-acs-version", "2023-08-08");
        headers.TryAdd("x-acs-date", now.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        headers.TryAdd("x-acs-signature-nonce", nonce);
        headers.TryAdd("x-acs-content-sha256", Hex(SHA256.HashData(request.Body)));
        headers.TryAdd("host", request.Host);

        var names = headers.Keys
            .Where(name => name is "host" or "content-type" || name.StartsWith("x-acs-", StringComparison.Ordinal) || request.AlsoSigned.Contains(name))
            .Except(request.NotSigned)
            .Order(StringComparer.Ordinal)
            .ToList();
        var query = request.Query.OrderBy(pair => pair.Key, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal)
            .Select(pair => Uri.EscapeDataString(pair.Key) + "=" + Uri.EscapeDataString(pair.Value));
        var canonical = string.Join('\n',
        [
            request.Method, request.Path, string.Join('&', query),
            .. names.Select(name => name + ":" + headers[name].Trim()), string.Empty, string.Join(';', names), headers["x-acs-content-sha256"],
        ]);
        var toSign = "ACS3-HMAC-SHA256\n" + Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)));
        var signature = Hex(HMACSHA256.HashData(Encoding.UTF8.GetBytes(accessKeySecret), Encoding.UTF8.GetBytes(toSign)));
        headers["authorization"] = $"ACS3-HMAC-SHA256 Credential={accessKeyId},SignedHeaders={string.Join(';', names)},Signature={signature}";
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
