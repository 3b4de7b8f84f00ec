using System.Text.Json;
using Bdrc.Sandbox.CrossAccounts;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Json;
using Bdrc.Sandbox.Server.Identity.Keys;
using Bdrc.Sandbox.Server.Identity.Routing;

namespace Bdrc.Sandbox.Server.Identity.Logins;

/// <summary>CloudSSO: exchanges an access token for keys.</summary>
internal sealed class CloudSsoService(IdentityServices identity)
{
    public string Exchange(IdentityRequest request)
    {
        request.RequireMethod("POST");
        if (request.BearerToken() is not { } token || !identity.Logins.IsValid(LoginKind.CloudSso, token, request.Now))
            throw new PlatformException(401, "InvalidAccessToken", "The access token is not valid or has expired; sign in again.");

        var (accountId, configurationId) = ReadBody(request.Http.Body);
        if (accountId != FormattableString.Invariant($"{SandboxAccounts.AccountId}"))
            throw new PlatformException(404, "EntityNotExists.Account", "The account does not exist in this directory.");
        if (configurationId != IdentityServices.CloudSsoAccessConfigurationId)
        {
            throw new PlatformException(
                404, "EntityNotExists.AccessConfiguration", "The access configuration does not exist in this directory.");
        }

        var key = identity.IssueKey("aliyunreservedsso-bdrc", "cloudsso-user", request.Now);
        return SandboxJson.Object(json =>
        {
            json.WriteString("RequestId", request.RequestId);
            json.WriteStartObject("CloudCredential");
            SessionKeyJson.Write(json, key);
            json.WriteEndObject();
        });
    }

    private static (string? AccountId, string? ConfigurationId) ReadBody(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return (Text(document.RootElement, "AccountId"), Text(document.RootElement, "AccessConfigurationId"));
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // Refused below: the body is not JSON, or contains a string that is not valid Unicode.
        }

        throw new PlatformException(400, "InvalidParameter", "The body must be a JSON object with AccountId and AccessConfigurationId.");
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
