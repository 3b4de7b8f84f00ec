using System.Text.Json;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Json;
using Bdrc.Core.Signing;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>A successful response of an identity service. Its body may contain credentials, so no error quotes it.</summary>
/// <param name="service">Name of the service in messages.</param>
/// <param name="status">HTTP status.</param>
/// <param name="body">The body.</param>
/// <param name="serverTime">Time of the service; null when the response has no Date header.</param>
/// <param name="received">Time of this machine when the response was received.</param>
internal sealed class TokenResponse(
    string service, int status, byte[] body, DateTimeOffset? serverTime = null, DateTimeOffset received = default)
{
    public int Status { get; } = status;

    /// <summary>The body as text, trimmed.</summary>
    public string Text => JsonBody.Text(body).Trim();

    /// <summary>The body as a JSON object.</summary>
    /// <exception cref="BdrcException">The body is not a JSON object.</exception>
    public JsonElement Json()
    {
        try
        {
            using var document = JsonDocument.Parse(JsonBody.WithoutMark(body));
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            // The message of the parser may quote the body.
        }

        throw Unreadable();
    }

    /// <summary>Creates the error for a body that lacks a required value.</summary>
    public BdrcException Unreadable() =>
        new(BdrcErrorKind.InvalidResponse, "InvalidResponse", Strings.IdentityUnreadable.FormatInvariant(service)) { StatusCode = Status };

    /// <summary>Reads temporary credentials.</summary>
    /// <param name="fields">The object with the credentials, in upper or lower camel case.</param>
    public ExpiringCredentials Credentials(JsonElement fields)
    {
        if (JsonFields.Text(fields, "AccessKeyId") is not { } id
            || JsonFields.Text(fields, "AccessKeySecret") is not { } secret
            || JsonFields.Text(fields, "SecurityToken") is not { } token)
        {
            throw Unreadable();
        }

        // The expiration is a time of the server. It is compared with the clock of this machine, which may be hours off.
        var end = JsonFields.Time(fields, "Expiration") ?? throw Unreadable();
        return new ExpiringCredentials(new AccessCredentials(id, secret, token), end - ClockSkew.Estimate(serverTime, received));
    }
}
