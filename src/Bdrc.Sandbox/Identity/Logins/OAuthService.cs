using System.Text;
using System.Text.Json;
using Bdrc.Sandbox.Identity.Keys;
using Bdrc.Sandbox.Identity.Routing;
using Bdrc.Sandbox.Rules;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Identity.Logins;

/// <summary>OAuth: keys for an access token, and a new access token for a refresh token.</summary>
internal sealed class OAuthService(SandboxIdentity identity)
{
    // The CLI's own, on the Chinese and on the international site.
    private static readonly string[] Clients = ["4038181954557748008", "4103531455503354461"];

    public SandboxResponse Exchange(IdentityCall call)
    {
        if (call.Request.Method != "POST")
            return Refusal(call, 405, "invalid_request", "Use POST.");
        if (call.Bearer() is not { } token || !identity.Logins.IsValid(LoginKind.OAuth, token, call.Now))
            return Refusal(call, 401, "invalid_token", "The access token is not valid or has expired.");

        var key = identity.IssueKey("bdrc-operator", "oauth-user", call.Now);
        return Json(200, json =>
        {
            json.WriteString("requestId", call.RequestId);
            json.WriteString("accessKeyId", key.AccessKeyId);
            json.WriteString("accessKeySecret", key.Secret);
            json.WriteString("securityToken", key.SecurityToken);
            json.WriteString("expiration", KeyFields.Time(key.Expiration));
        });
    }

    public SandboxResponse Refresh(IdentityCall call)
    {
        if (call.Request.Method != "POST")
            return Refusal(call, 405, "invalid_request", "Use POST.");
        if (call.Form("grant_type") != "refresh_token")
            return Refusal(call, 400, "unsupported_grant_type", "The grant type must be refresh_token.");
        if (Array.IndexOf(Clients, call.Form("client_id")) < 0)
            return Refusal(call, 401, "invalid_client", "The client is not known.");

        var lifetime = identity.LoginLifetime;
        if (identity.Logins.Renew(call.Form("refresh_token") ?? string.Empty, call.Now + lifetime) is not { } login)
            return Refusal(call, 400, "invalid_grant", "The refresh token is not valid or was used before.");
        return Json(200, json =>
        {
            json.WriteString("access_token", login.AccessToken);
            json.WriteString("refresh_token", login.RefreshToken);
            json.WriteNumber("expires_in", (long)lifetime.TotalSeconds);
            json.WriteString("token_type", "Bearer");
        });
    }

    private static SandboxResponse Refusal(IdentityCall call, int status, string error, string description) => Json(status, json =>
    {
        json.WriteString("error", error);
        json.WriteString("error_description", description);
        json.WriteString("requestId", call.RequestId);
    });

    private static SandboxResponse Json(int status, Action<Utf8JsonWriter> members) =>
        new(status, SandboxResponse.Json, Encoding.UTF8.GetBytes(SandboxJson.Object(members)));
}
