using System.Globalization;
using System.Text.Json;
using Bdrc.Core.Http.Errors;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Json;
using Bdrc.Core.Signing;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>The answer of an identity service. Its body may hold credentials: no error repeats it.</summary>
/// <param name="what">Who answered, for messages.</param>
/// <param name="status">HTTP status.</param>
/// <param name="body">The body.</param>
/// <param name="serverTime">The time of who answered; null when it does not say.</param>
/// <param name="received">This machine's time when the answer came.</param>
internal sealed class TokenResponse(
    string what, int status, byte[] body, DateTimeOffset? serverTime = null, DateTimeOffset received = default)
{
    public DateTimeOffset? ServerTime { get; } = serverTime;

    public int Status { get; } = status;

    public byte[] Body { get; } = body;

    /// <summary>The secrets that the request carried; null for none.</summary>
    public SecretRedactor? Sent { get; init; }

    public bool IsSuccess => Status is >= 200 and < 300;

    public JsonElement Json()
    {
        if (!IsSuccess)
            throw Refusal();
        try
        {
            using var document = JsonDocument.Parse(Body);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // The parser's own message may quote the body.
        }

        throw Unreadable();
    }

    public BdrcException Unreadable() =>
        new(BdrcErrorKind.InvalidResponse, "InvalidResponse", Strings.IdentityUnreadable.FormatInvariant(what)) { StatusCode = Status };

    public BdrcException Refusal()
    {
        var answer = ErrorResponse.Parse(Body);
        var code = answer.Code is null ? "HttpError." + Status.ToString(CultureInfo.InvariantCulture) : Shown(answer.Code);

        // Without a code the message is an excerpt of who knows what; with this one it echoes the signed token.
        var said = answer.Code is null || code == "SignatureDoesNotMatch" ? string.Empty : " " + Shown(SignatureMismatch.WithoutEcho(answer.Message ?? string.Empty));
        return new BdrcException(BdrcErrorKind.Authentication, code, Strings.IdentityRefused.FormatInvariant(what, Status, code) + said)
        {
            StatusCode = Status,
            RequestId = answer.RequestId is null ? null : Shown(answer.RequestId),
        };
    }

    /// <summary>Reads the key fields of an answer.</summary>
    /// <param name="fields">The object that holds them, in upper or lower camel case.</param>
    public ExpiringCredentials Lease(JsonElement fields)
    {
        if (JsonFields.Text(fields, "AccessKeyId") is not { } id
            || JsonFields.Text(fields, "AccessKeySecret") is not { } secret
            || JsonFields.Text(fields, "SecurityToken") is not { } token)
        {
            throw Unreadable();
        }

        // The end is told by the server's clock and kept by this machine's, which may be hours away from it.
        var end = JsonFields.Time(fields, "Expiration") ?? throw Unreadable();
        return new ExpiringCredentials(new AccessCredentials(id, secret, token), end - ClockSkew.Between(ServerTime, received));
    }

    private string Shown(string text) => Sent?.Remove(text) ?? text;
}
