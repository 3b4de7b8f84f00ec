using System.Security.Cryptography;
using System.Text;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Server.Identity.Routing;
using Bdrc.Sandbox.Signing;

namespace Bdrc.Sandbox.Server.Identity.Sts;

/// <summary>Verifies RPC requests whose parameters are signed with signature V1 (credentials.md section 4, signing b).</summary>
internal sealed class RpcVerifier(SignatureVerifier verifier)
{
    /// <summary>Verifies a request.</summary>
    /// <returns>The key that signed the request.</returns>
    /// <exception cref="PlatformException">The request is refused.</exception>
    public SigningKey Verify(IdentityRequest request, string version)
    {
        if (request.Require("SignatureMethod") != "HMAC-SHA1")
        {
            throw new PlatformException(
                400, "InvalidSignatureMethod", "Specified signature method is not supported: HMAC-SHA1 is.");
        }

        if (request.Require("SignatureVersion") != "1.0")
            throw new PlatformException(400, "InvalidSignatureVersion", "Specified signature version is not supported: 1.0 is.");
        if (request.Require("Version") != version)
            throw new PlatformException(400, "InvalidVersion", "Specified parameter Version is not valid.");

        var nonce = request.Require("SignatureNonce");
        var timestamp = request.Require("Timestamp");
        var key = verifier.FindKey(request.Require("AccessKeyId"));
        SignatureVerifier.CheckToken(request.Parameter("SecurityToken"), key, request.SkewedNow);
        SignatureVerifier.CheckTimestamp(timestamp, request.SkewedNow);
        var toSign = RpcSignature.StringToSign(request.Http.Method, request.Parameters());
        if (!SignatureVerifier.FixedTimeEquals(RpcSignature.Sign(key.Secret, toSign), request.Require(RpcSignature.ParameterName)))
        {
            throw new PlatformException(
                400, "SignatureDoesNotMatch", "Specified signature is not matched with our calculation. server string to sign is:" + toSign);
        }

        verifier.ConsumeNonce(nonce, request.SkewedNow);
        return key;
    }
}

/// <summary>Signature V1 of RPC requests, as the credentials clients of the SDKs send them to STS.</summary>
internal static class RpcSignature
{
    public const string ParameterName = "Signature";

    /// <summary>The text that is signed.</summary>
    /// <param name="method">HTTP method.</param>
    /// <param name="parameters">All parameters of the query and the form; the signature itself is left out.</param>
    public static string StringToSign(string method, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        var pairs = new List<string>();
        foreach (var parameter in parameters)
        {
            if (parameter.Key != ParameterName)
                pairs.Add(Uri.EscapeDataString(parameter.Key) + "=" + Uri.EscapeDataString(parameter.Value));
        }

        pairs.Sort(StringComparer.Ordinal);
        return method + "&%2F&" + Uri.EscapeDataString(string.Join('&', pairs));
    }

    public static string Sign(string secret, string stringToSign)
    {
#pragma warning disable CA5350 // The platform prescribes HMAC-SHA1 for this signature.
        using var hmac = new HMACSHA1(Encoding.UTF8.GetBytes(secret + "&"));
#pragma warning restore CA5350
        return Convert.ToBase64String(hmac.ComputeHash(Encoding.UTF8.GetBytes(stringToSign)));
    }
}
