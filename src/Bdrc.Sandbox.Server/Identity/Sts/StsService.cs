using System.Text.Json;
using Bdrc.Sandbox.CrossAccounts;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Json;
using Bdrc.Sandbox.Server.Identity.IdTokens;
using Bdrc.Sandbox.Server.Identity.Keys;
using Bdrc.Sandbox.Server.Identity.Roles;
using Bdrc.Sandbox.Server.Identity.Routing;
using Bdrc.Sandbox.Signing;

namespace Bdrc.Sandbox.Server.Identity.Sts;

/// <summary>STS 2015-04-01.</summary>
internal sealed class StsService(IdentityServices identity, SignatureVerifier verifier)
{
    public const string Version = "2015-04-01";

    private readonly RpcVerifier _rpc = new(verifier);

    public string AssumeRole(IdentityRequest request)
    {
        CheckMethod(request);
        Authenticate(request);
        var role = StsRoleRequest.Read(request, identity.Roles);
        if (role.Role.ExternalId is { } expected && !string.Equals(expected, request.Parameter("ExternalId"), StringComparison.Ordinal))
            throw new PlatformException(403, "NoPermission", "You are not authorized to do this action. You should be authorized by RAM.");
        return StartSession(request, role, null);
    }

    public string AssumeRoleWithOidc(IdentityRequest request)
    {
        CheckMethod(request);
        if (request.Query("Version") != Version)
            throw new PlatformException(400, "InvalidVersion", "Specified parameter Version is not valid.");

        var arn = request.Require("OIDCProviderArn");
        var text = request.Require("OIDCToken");
        if (text.Length is < 4 or > 20_000)
        {
            throw new PlatformException(
                400, "InvalidParameter.OIDCToken", "The parameter OIDCToken must be 4 to 20,000 characters in length.");
        }

        var role = StsRoleRequest.Read(request, identity.Roles);
        var provider = OidcProvider.Find(arn)
            ?? throw new PlatformException(404, "EntityNotExist.OIDCProvider", "The specified OIDC provider does not exist.");
        return StartSession(request, role, VerifyIdToken(text, provider, request.SkewedNow));
    }

    public string GetCallerIdentity(IdentityRequest request)
    {
        CheckMethod(request);
        var session = (Authenticate(request) as SessionKey)?.Session;
        return SandboxJson.Object(json =>
        {
            json.WriteString("RequestId", request.RequestId);
            json.WriteString("AccountId", FormattableString.Invariant($"{SandboxAccounts.AccountId}"));
            json.WriteString("IdentityType", session is null ? "RAMUser" : "AssumedRoleUser");
            json.WriteString("PrincipalId", session?.PrincipalId ?? SandboxUser.Id);
            json.WriteString("Arn", session?.Arn ?? SandboxUser.Arn);
            if (session is null)
                json.WriteString("UserId", SandboxUser.Id);
            else
                json.WriteString("RoleId", session.RoleId);
        });
    }

    public static PlatformException UnknownAction() => new(
        404, "InvalidAction.NotFound", "Specified api is not found; AssumeRole, AssumeRoleWithOIDC and GetCallerIdentity are there.");

    private static void CheckMethod(IdentityRequest request)
    {
        if (request.Http.Method is not ("GET" or "POST"))
            throw new PlatformException(405, "UnsupportedHTTPMethod", "This http method is not supported; use GET or POST.");
    }

    /// <summary>Verifies the signature: V3 in the headers, or V1 in the parameters.</summary>
    private SigningKey Authenticate(IdentityRequest request) =>
        request.Http.Header("authorization") is null && request.Parameter(RpcSignature.ParameterName) is not null
            ? _rpc.Verify(request, Version)
            : verifier.Verify(request.Http, Version, request.SkewedNow);

    private IdToken VerifyIdToken(string text, OidcProvider provider, DateTimeOffset now)
    {
        const string Invalid = "AuthenticationFail.OIDCToken.Invalid";
        var token = identity.IdTokens.Find(text);
        if (token is null || token.Provider != provider)
            throw new PlatformException(400, Invalid, "This OIDC token is invalid: the provider did not issue it.");
        if (!string.Equals(token.Audience, provider.ClientId, StringComparison.Ordinal))
            throw new PlatformException(400, Invalid, "This OIDC token is invalid: its audience is no client id of the provider.");
        if (now >= token.Expiration)
            throw new PlatformException(400, "AuthenticationFail.OIDCToken.Expired", "This OIDC token is expired.");
        return token;
    }

    private string StartSession(IdentityRequest request, StsRoleRequest role, IdToken? token)
    {
        var session = new RoleSession(role.Role.Name, RoleStore.IdOf(identity.Seed, role.Role.Name), role.SessionName);
        var key = identity.Keys.Issue(session, request.Now + role.Duration);
        return SandboxJson.Object(json =>
        {
            json.WriteString("RequestId", request.RequestId);
            json.WriteStartObject("AssumedRoleUser");
            json.WriteString("Arn", session.Arn);
            json.WriteString("AssumedRoleId", session.PrincipalId);
            json.WriteEndObject();
            json.WriteStartObject("Credentials");
            SessionKeyJson.Write(json, key);
            json.WriteEndObject();
            if (token is not null)
                WriteTokenInfo(json, token);
        });
    }

    private static void WriteTokenInfo(Utf8JsonWriter json, IdToken token)
    {
        json.WriteStartObject("OIDCTokenInfo");
        json.WriteString("Subject", token.Subject);
        json.WriteString("Issuer", token.Provider.Url);
        json.WriteString("ClientIds", token.Audience);
        json.WriteString("IssuanceTime", SessionKeyJson.Time(token.Issued));
        json.WriteString("ExpirationTime", SessionKeyJson.Time(token.Expiration));
        json.WriteString("VerificationInfo", "Success");
        json.WriteEndObject();
    }
}

/// <summary>
/// The RAM user that the long-lived key belongs to. It is a user because the platform does not let an account itself assume roles.
/// </summary>
internal static class SandboxUser
{
    public const string Id = "215800000000000001";

    public static string Arn { get; } = FormattableString.Invariant($"acs:ram::{SandboxAccounts.AccountId}:user/sandbox");
}
