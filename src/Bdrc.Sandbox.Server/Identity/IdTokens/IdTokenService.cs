using System.Text;
using Bdrc.Sandbox.Json;
using Bdrc.Sandbox.Server.Identity.Routing;

namespace Bdrc.Sandbox.Server.Identity.IdTokens;

/// <summary>Issues id tokens to jobs of GitHub Actions and Azure DevOps.</summary>
internal sealed class IdTokenService(IdentityServices identity)
{
    public SandboxResponse GitHub(IdentityRequest request)
    {
        if (request.Http.Method != "GET")
            return Error(405, "Method Not Allowed", null);
        if (!string.Equals(request.BearerToken(), identity.GitHubRequestToken, StringComparison.Ordinal))
            return Error(401, "Bad credentials", null);

        // Without an audience GitHub uses the owner's address, which RAM does not trust.
        var audience = request.Query("audience") is { Length: > 0 } requested ? requested : "https://github.com/sandbox";
        var token = identity.IssueIdToken(IdTokenIssuer.GitHub, audience);
        return Json(200, SandboxJson.Object(json =>
        {
            json.WriteNumber("count", token.Length);
            json.WriteString("value", token);
        }));
    }

    public SandboxResponse Azure(IdentityRequest request)
    {
        if (!string.Equals(request.BearerToken(), identity.AzureAccessToken, StringComparison.Ordinal))
            return Unauthorized(request);
        if (request.Http.Method != "POST")
            return Error(405, "The requested resource does not support this http method.", null);
        if (string.IsNullOrEmpty(request.Query("api-version")))
            return Error(400, "No api-version was supplied for the \"POST\" request.", "VssVersionNotSpecifiedException");

        var connection = request.Query("serviceConnectionId");
        var token = identity.IssueIdToken(
            IdTokenIssuer.AzureDevOps,
            subject: string.IsNullOrEmpty(connection) ? "p://sandbox/bdrc/pipeline" : "sc://sandbox/bdrc/" + connection);
        return Json(200, SandboxJson.Object(json => json.WriteString("oidcToken", token)));
    }

    /// <summary>Azure DevOps redirects an unauthorized caller to its sign-in page, unless the request suppresses that.</summary>
    private static SandboxResponse Unauthorized(IdentityRequest request)
    {
        if (string.Equals(request.Http.Header("x-tfs-fedauthredirect"), "Suppress", StringComparison.OrdinalIgnoreCase))
            return Error(401, "TF400813: The user is not authorized to access this resource.", "UnauthorizedRequestException");
        var page = Encoding.UTF8.GetBytes("<html><body>Object moved to sign in.</body></html>");
        return new SandboxResponse(302, "text/html; charset=utf-8", page).WithHeader("Location", "/_signin");
    }

    private static SandboxResponse Error(int status, string message, string? type) => Json(status, SandboxJson.Object(json =>
    {
        json.WriteString("message", message);
        if (type is not null)
            json.WriteString("typeKey", type);
    }));

    private static SandboxResponse Json(int status, string text) => new(status, SandboxResponse.Json, Encoding.UTF8.GetBytes(text));
}
