using System.Globalization;
using Bdrc.Sandbox.Errors;

namespace Bdrc.Sandbox.Signing;

/// <summary>Accepts requests that are signed with the key of the options or with a temporary key of the registry.</summary>
internal sealed class SignatureVerifier(SandboxOptions options, AccessKeyRegistry temporaryKeys)
{
    private const string TokenHeader = "x-acs-security-token";

    private static readonly TimeSpan TimestampTolerance = TimeSpan.FromMinutes(15);
    private static readonly string[] RequiredHeaders =
        ["host", "x-acs-action", "x-acs-version", "x-acs-date", "x-acs-signature-nonce", "x-acs-content-sha256"];

    private readonly NonceCache _nonces = new();

    /// <summary>Verifies a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="version">The version of the API that is called.</param>
    /// <param name="now">The time that timestamps are compared with.</param>
    /// <returns>The key that signed the request.</returns>
    /// <exception cref="PlatformException">The request is refused.</exception>
    public SigningKey Verify(SandboxRequest request, string version, DateTimeOffset now)
    {
        var authorization = AuthorizationHeader.Parse(request.Header("authorization"));
        var key = FindKey(authorization.Credential);
        CheckSignedHeaders(request, authorization);
        CheckToken(request.Header(TokenHeader), key, now);
        if (key.SecurityToken is not null)
            EnsureSigned(TokenHeader, authorization);
        if (request.Header("x-acs-version") != version)
            throw new PlatformException(400, "InvalidVersion", "Specified parameter Version is not valid.");
        CheckTimestamp(request.Header("x-acs-date"), now);
        CheckSignature(request, authorization, key.Secret);

        // Last: only a request whose signature is valid may consume a nonce.
        ConsumeNonce(request.Header("x-acs-signature-nonce")!, now);
        return key;
    }

    /// <exception cref="PlatformException">The nonce was used before.</exception>
    public void ConsumeNonce(string nonce, DateTimeOffset now)
    {
        if (!_nonces.TryAdd(nonce, now))
            throw new PlatformException(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
    }

    /// <exception cref="PlatformException">The key does not exist.</exception>
    public SigningKey FindKey(string accessKeyId)
    {
        if (string.Equals(accessKeyId, options.AccessKeyId, StringComparison.Ordinal))
            return new SigningKey(options.AccessKeyId, options.AccessKeySecret, options.SecurityToken, DateTimeOffset.MaxValue);
        return temporaryKeys.Find(accessKeyId)
            ?? throw new PlatformException(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
    }

    public static void CheckToken(string? token, SigningKey key, DateTimeOffset now)
    {
        if (key.SecurityToken is not null && token is null)
            throw new PlatformException(400, "MissingSecurityToken", "SecurityToken is mandatory for this action.");
        if (!string.Equals(key.SecurityToken, token, StringComparison.Ordinal))
        {
            throw new PlatformException(
                400, "InvalidSecurityToken.MismatchWithAccessKey", "Specified SecurityToken mismatch with the AccessKey.");
        }

        if (now >= key.Expiration)
            throw new PlatformException(400, "InvalidSecurityToken.Expired", "Specified SecurityToken is expired.");
    }

    public static void CheckTimestamp(string? text, DateTimeOffset now)
    {
        const string Format = "yyyy-MM-dd'T'HH:mm:ss'Z'";
        if (!DateTimeOffset.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var timestamp))
            throw new PlatformException(400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.");
        if ((now - timestamp).Duration() > TimestampTolerance)
            throw new PlatformException(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
    }

    public static bool FixedTimeEquals(string left, string right)
    {
        var difference = left.Length ^ right.Length;
        for (var i = 0; i < left.Length && i < right.Length; i++)
            difference |= left[i] ^ right[i];
        return difference == 0;
    }

    private static void CheckSignedHeaders(SandboxRequest request, AuthorizationHeader authorization)
    {
        foreach (var name in RequiredHeaders)
        {
            if (Acs3Signature.HeaderText(request, name).Length == 0)
                throw new PlatformException(400, "Missing" + name, $"The header {name} is mandatory for this action.");
            EnsureSigned(name, authorization);
        }
    }

    private static void EnsureSigned(string name, AuthorizationHeader authorization)
    {
        if (Array.IndexOf(authorization.SignedHeaders, name) < 0)
            throw new PlatformException(400, "IncompleteSignature", $"The header {name} must be signed.");
    }

    private static void CheckSignature(SandboxRequest request, AuthorizationHeader authorization, string secret)
    {
        var hash = Acs3Signature.PayloadHash(request.Body);
        if (!string.Equals(request.Header("x-acs-content-sha256"), hash, StringComparison.Ordinal))
            throw new PlatformException(400, "SignatureDoesNotMatch", "The x-acs-content-sha256 header is not the hash of the body.");
        var canonical = Acs3Signature.CanonicalRequest(request, authorization.SignedHeaders, hash);
        var toSign = Acs3Signature.StringToSign(canonical);
        if (!FixedTimeEquals(Acs3Signature.Sign(secret, toSign), authorization.Signature))
        {
            throw new PlatformException(
                400,
                "SignatureDoesNotMatch",
                "Specified signature is not matched with our calculation. "
                    + $"server StringToSign is [{toSign}] server CanonicalRequest is [{canonical}]");
        }
    }
}

/// <summary>The nonces used within the last half an hour, which is the period that timestamps are accepted for. Thread-safe.</summary>
internal sealed class NonceCache
{
    private static readonly TimeSpan Retention = TimeSpan.FromMinutes(30);

    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly Queue<(DateTimeOffset Time, string Nonce)> _order = new();

    /// <summary>Adds a nonce.</summary>
    /// <returns>False when it was used before.</returns>
    public bool TryAdd(string nonce, DateTimeOffset now)
    {
        lock (_used)
        {
            while (_order.Count > 0 && now - _order.Peek().Time > Retention)
                _used.Remove(_order.Dequeue().Nonce);
            if (!_used.Add(nonce))
                return false;
            _order.Enqueue((now, nonce));
            return true;
        }
    }
}
