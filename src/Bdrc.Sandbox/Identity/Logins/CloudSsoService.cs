using System.Text.Json;
using Bdrc.Sandbox.CrossAccounts;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Identity.Keys;
using Bdrc.Sandbox.Identity.Routing;
using Bdrc.Sandbox.Rules;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Identity.Logins;

/// <summary>CloudSSO: keys for an access token.</summary>
internal sealed class CloudSsoService(SandboxIdentity identity)
{
    public string Exchange(IdentityCall call)
    {
        call.Demand("POST");
        if (call.Bearer() is not { } token || !identity.Logins.IsValid(LoginKind.CloudSso, token, call.Now))
            throw new PlatformException(401, "InvalidAccessToken", "The access token is not valid or has expired; sign in again.");

        var (accountId, configurationId) = Read(call.Request.Body);
        if (accountId != FormattableString.Invariant($"{SandboxAccounts.AccountId}"))
            throw new PlatformException(404, "EntityNotExists.Account", "The account does not exist in this directory.");
        if (configurationId != SandboxIdentity.CloudSsoAccessConfigurationId)
            throw new PlatformException(404, "EntityNotExists.AccessConfiguration", "The access configuration does not exist in this directory.");

        var key = identity.IssueKey("aliyunreservedsso-bdrc", "cloudsso-user", call.Now);
        return SandboxJson.Object(json =>
        {
            json.WriteString("RequestId", call.RequestId);
            json.WriteStartObject("CloudCredential");
            KeyFields.Write(json, key);
            json.WriteEndObject();
        });
    }

    private static (string? AccountId, string? ConfigurationId) Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                return (Text(document.RootElement, "AccountId"), Text(document.RootElement, "AccessConfigurationId"));
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            // Refused below: the body is no JSON, or holds text that is none.
        }

        throw new PlatformException(400, "InvalidParameter", "The body must be a JSON object with AccountId and AccessConfigurationId.");
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
