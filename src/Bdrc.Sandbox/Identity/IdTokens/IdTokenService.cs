using System.Text;
using Bdrc.Sandbox.Identity.Routing;
using Bdrc.Sandbox.Rules;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Identity.IdTokens;

/// <summary>Where jobs of GitHub Actions and Azure DevOps get their id tokens.</summary>
internal sealed class IdTokenService(SandboxIdentity identity)
{
    public SandboxResponse GitHub(IdentityCall call)
    {
        if (call.Request.Method != "GET")
            return Refusal(405, "Method Not Allowed", null);
        if (!string.Equals(call.Bearer(), identity.GitHubRequestToken, StringComparison.Ordinal))
            return Refusal(401, "Bad credentials", null);

        // Without an audience GitHub puts in the owner's address, which RAM does not know.
        var audience = call.Query("audience") is { Length: > 0 } given ? given : "https://github.com/sandbox";
        var token = identity.IssueIdToken(IdTokenIssuer.GitHub, audience);
        return Json(200, SandboxJson.Object(json =>
        {
            json.WriteNumber("count", token.Length);
            json.WriteString("value", token);
        }));
    }

    public SandboxResponse Azure(IdentityCall call)
    {
        if (!string.Equals(call.Bearer(), identity.AzureAccessToken, StringComparison.Ordinal))
            return SignIn(call);
        if (call.Request.Method != "POST")
            return Refusal(405, "The requested resource does not support this http method.", null);
        if (string.IsNullOrEmpty(call.Query("api-version")))
            return Refusal(400, "No api-version was supplied for the \"POST\" request.", "VssVersionNotSpecifiedException");

        var connection = call.Query("serviceConnectionId");
        var token = identity.IssueIdToken(
            IdTokenIssuer.AzureDevOps,
            subject: string.IsNullOrEmpty(connection) ? "p://sandbox/bdrc/pipeline" : "sc://sandbox/bdrc/" + connection);
        return Json(200, SandboxJson.Object(json => json.WriteString("oidcToken", token)));
    }

    /// <summary>Whom Azure DevOps does not know it leads to its sign-in page, unless the request asks it not to.</summary>
    private static SandboxResponse SignIn(IdentityCall call) =>
        string.Equals(call.Request.Header("x-tfs-fedauthredirect"), "Suppress", StringComparison.OrdinalIgnoreCase)
            ? Refusal(401, "TF400813: The user is not authorized to access this resource.", "UnauthorizedRequestException")
            : new SandboxResponse(302, "text/html; charset=utf-8", Encoding.UTF8.GetBytes("<html><body>Object moved to sign in.</body></html>"))
                .With("Location", "/_signin");

    private static SandboxResponse Refusal(int status, string message, string? type) => Json(status, SandboxJson.Object(json =>
    {
        json.WriteString("message", message);
        if (type is not null)
            json.WriteString("typeKey", type);
    }));

    private static SandboxResponse Json(int status, string text) => new(status, SandboxResponse.Json, Encoding.UTF8.GetBytes(text));
}
