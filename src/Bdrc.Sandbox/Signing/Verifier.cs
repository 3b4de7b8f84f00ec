using System.Globalization;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Identity.Keys;

namespace Bdrc.Sandbox.Signing;

/// <summary>Lets requests in that are signed with the key of the sandbox's account or with a temporary key it issued.</summary>
internal sealed class Verifier(SandboxOptions options, IssuedKeys issued)
{
    private const string Token = "x-acs-security-token";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(15);
    private static readonly string[] MustBeSigned =
        ["host", "x-acs-action", "x-acs-version", "x-acs-date", "x-acs-signature-nonce", "x-acs-content-sha256"];

    private readonly NonceMemory _nonces = new();

    /// <summary>Checks a request by the clock of the sandbox.</summary>
    /// <param name="request">The request.</param>
    /// <param name="version">The version of the API that is called.</param>
    /// <param name="now">The time that stamps are held against.</param>
    /// <returns>Who calls.</returns>
    /// <exception cref="PlatformException">The request is not let in.</exception>
    public SigningKey Check(SandboxRequest request, string version, DateTimeOffset now)
    {
        var authorization = AuthorizationHeader.Parse(request.Header("authorization"));
        var key = FindKey(authorization.Credential);
        CheckSignedHeaders(request, authorization);
        CheckToken(request.Header(Token), key, now);
        if (key.SecurityToken is not null)
            DemandSigned(Token, authorization);
        if (request.Header("x-acs-version") != version)
            throw new PlatformException(400, "InvalidVersion", "Specified parameter Version is not valid.");

        CheckTime(request.Header("x-acs-date"), now);
        CheckSignature(request, authorization, key.Secret);

        // Last: only a request whose signature is right may use up a nonce.
        UseNonce(request.Header("x-acs-signature-nonce")!, now);
        return key;
    }

    /// <exception cref="PlatformException">The nonce was used before.</exception>
    public void UseNonce(string nonce, DateTimeOffset now)
    {
        if (!_nonces.Use(nonce, now))
            throw new PlatformException(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
    }

    /// <exception cref="PlatformException">There is no such key.</exception>
    public SigningKey FindKey(string accessKeyId)
    {
        if (string.Equals(accessKeyId, options.AccessKeyId, StringComparison.Ordinal))
            return new SigningKey(options.AccessKeyId, options.AccessKeySecret, options.SecurityToken, DateTimeOffset.MaxValue, null);
        return issued.Find(accessKeyId)
            ?? throw new PlatformException(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
    }

    private static void CheckSignedHeaders(SandboxRequest request, AuthorizationHeader authorization)
    {
        foreach (var name in MustBeSigned)
        {
            if (Acs3Signature.HeaderText(request, name).Length == 0)
                throw new PlatformException(400, "Missing" + name, $"The header {name} is mandatory for this action.");
            DemandSigned(name, authorization);
        }
    }

    private static void DemandSigned(string name, AuthorizationHeader authorization)
    {
        if (Array.IndexOf(authorization.SignedHeaders, name) < 0)
            throw new PlatformException(400, "IncompleteSignature", $"The header {name} must be signed.");
    }

    public static void CheckToken(string? token, SigningKey key, DateTimeOffset now)
    {
        if (key.SecurityToken is not null && token is null)
            throw new PlatformException(400, "MissingSecurityToken", "SecurityToken is mandatory for this action.");
        if (!string.Equals(key.SecurityToken, token, StringComparison.Ordinal))
            throw new PlatformException(400, "InvalidSecurityToken.MismatchWithAccessKey", "Specified SecurityToken mismatch with the AccessKey.");
        if (now >= key.Expiration)
            throw new PlatformException(400, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired.");
    }

    public static void CheckTime(string? text, DateTimeOffset now)
    {
        if (!DateTimeOffset.TryParseExact(
                text,
                "yyyy-MM-dd'T'HH:mm:ss'Z'",
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var stamp))
        {
            throw new PlatformException(400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.");
        }

        if ((now - stamp).Duration() > Window)
            throw new PlatformException(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
    }

    private static void CheckSignature(SandboxRequest request, AuthorizationHeader authorization, string secret)
    {
        var hash = Acs3Signature.PayloadHash(request.Body);
        if (!string.Equals(request.Header("x-acs-content-sha256"), hash, StringComparison.Ordinal))
            throw new PlatformException(400, "SignatureDoesNotMatch", "The x-acs-content-sha256 header is not the hash of the body.");

        var canonical = Acs3Signature.CanonicalRequest(request, authorization.SignedHeaders, hash);
        var toSign = Acs3Signature.StringToSign(canonical);
        if (!SameInConstantTime(Acs3Signature.Sign(secret, toSign), authorization.Signature))
        {
            throw new PlatformException(
                400,
                "SignatureDoesNotMatch",
                $"Specified signature is not matched with our calculation. server StringToSign is [{toSign}] server CanonicalRequest is [{canonical}]");
        }
    }

    public static bool SameInConstantTime(string left, string right)
    {
        var difference = left.Length ^ right.Length;
        for (var i = 0; i < left.Length && i < right.Length; i++)
            difference |= left[i] ^ right[i];
        return difference == 0;
    }
}
