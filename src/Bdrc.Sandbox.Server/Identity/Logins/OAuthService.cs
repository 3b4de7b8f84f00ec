using System.Text;
using System.Text.Json;
using Bdrc.Sandbox.Json;
using Bdrc.Sandbox.Server.Identity.Keys;
using Bdrc.Sandbox.Server.Identity.Routing;

namespace Bdrc.Sandbox.Server.Identity.Logins;

/// <summary>OAuth: exchanges an access token for keys, and a refresh token for a new access token.</summary>
internal sealed class OAuthService(IdentityServices identity)
{
    // The client ids of the CLI on the Chinese and on the international site.
    private static readonly string[] ClientIds = ["4038181954557748008", "4103531455503354461"];

    public SandboxResponse Exchange(IdentityRequest request)
    {
        if (request.Http.Method != "POST")
            return Error(request, 405, "invalid_request", "Use POST.");
        if (request.BearerToken() is not { } token || !identity.Logins.IsValid(LoginKind.OAuth, token, request.Now))
            return Error(request, 401, "invalid_token", "The access token is not valid or has expired.");

        var key = identity.IssueKey("bdrc-operator", "oauth-user", request.Now);
        return Json(200, json =>
        {
            json.WriteString("requestId", request.RequestId);
            json.WriteString("accessKeyId", key.AccessKeyId);
            json.WriteString("accessKeySecret", key.Secret);
            json.WriteString("securityToken", key.SecurityToken);
            json.WriteString("expiration", SessionKeyJson.Time(key.Expiration));
        });
    }

    public SandboxResponse Refresh(IdentityRequest request)
    {
        if (request.Http.Method != "POST")
            return Error(request, 405, "invalid_request", "Use POST.");
        if (request.Form("grant_type") != "refresh_token")
            return Error(request, 400, "unsupported_grant_type", "The grant type must be refresh_token.");
        if (Array.IndexOf(ClientIds, request.Form("client_id")) < 0)
            return Error(request, 401, "invalid_client", "The client is not known.");

        var lifetime = identity.LoginLifetime;
        if (identity.Logins.Renew(request.Form("refresh_token") ?? string.Empty, request.Now + lifetime) is not { } login)
            return Error(request, 400, "invalid_grant", "The refresh token is not valid or was used before.");
        return Json(200, json =>
        {
            json.WriteString("access_token", login.AccessToken);
            json.WriteString("refresh_token", login.RefreshToken);
            json.WriteNumber("expires_in", (long)lifetime.TotalSeconds);
            json.WriteString("token_type", "Bearer");
        });
    }

    private static SandboxResponse Error(IdentityRequest request, int status, string error, string description) => Json(status, json =>
    {
        json.WriteString("error", error);
        json.WriteString("error_description", description);
        json.WriteString("requestId", request.RequestId);
    });

    private static SandboxResponse Json(int status, Action<Utf8JsonWriter> writeMembers) =>
        new(status, SandboxResponse.Json, Encoding.UTF8.GetBytes(SandboxJson.Object(writeMembers)));
}
