using System.Text.Json;
using Bdrc.Sandbox.CrossAccounts;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Identity.IdTokens;
using Bdrc.Sandbox.Identity.Keys;
using Bdrc.Sandbox.Identity.Roles;
using Bdrc.Sandbox.Identity.Routing;
using Bdrc.Sandbox.Rules;
using Bdrc.Sandbox.Signing;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Identity.Sts;

/// <summary>STS 2015-04-01.</summary>
internal sealed class StsService(SandboxIdentity identity, Verifier verifier)
{
    public const string Version = "2015-04-01";

    private readonly RpcVerifier _rpc = new(verifier);

    public string AssumeRole(IdentityCall call)
    {
        CheckMethod(call);
        Caller(call);
        var request = StsRoleRequest.Read(call, identity.Roles);
        if (request.Role.ExternalId is { } expected && !string.Equals(expected, call.Parameter("ExternalId"), StringComparison.Ordinal))
            throw new PlatformException(403, "NoPermission", "You are not authorized to do this action. You should be authorized by RAM.");
        return Answer(call, request, null);
    }

    public string AssumeRoleWithOidc(IdentityCall call)
    {
        CheckMethod(call);
        if (call.Query("Version") != Version)
            throw new PlatformException(400, "InvalidVersion", "Specified parameter Version is not valid.");
        var arn = call.Mandatory("OIDCProviderArn");
        var text = call.Mandatory("OIDCToken");
        if (text.Length is < 4 or > 20_000)
            throw new PlatformException(400, "InvalidParameter.OIDCToken", "The parameter OIDCToken must be 4 to 20,000 characters in length.");
        var request = StsRoleRequest.Read(call, identity.Roles);
        var provider = OidcProvider.Find(arn)
            ?? throw new PlatformException(404, "EntityNotExist.OIDCProvider", "The specified OIDC provider does not exist.");
        return Answer(call, request, Trusted(text, provider, call.StampTime));
    }

    public string GetCallerIdentity(IdentityCall call)
    {
        CheckMethod(call);
        var session = Caller(call).Session;
        return SandboxJson.Object(json =>
        {
            json.WriteString("RequestId", call.RequestId);
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

    public static PlatformException UnknownAction() =>
        new(404, "InvalidAction.NotFound", "Specified api is not found; AssumeRole, AssumeRoleWithOIDC and GetCallerIdentity are there.");

    /// <summary>Who signed a request, by V3 in its headers or by V1 in its parameters.</summary>
    private SigningKey Caller(IdentityCall call) => call.Request.Header("authorization") is null && call.Parameter(RpcSignature.Name) is not null
        ? _rpc.Check(call, Version)
        : verifier.Check(call.Request, Version, call.StampTime);

    private static void CheckMethod(IdentityCall call)
    {
        if (call.Request.Method is not ("GET" or "POST"))
            throw new PlatformException(405, "UnsupportedHTTPMethod", "This http method is not supported; use GET or POST.");
    }

    private IdToken Trusted(string text, OidcProvider provider, DateTimeOffset now)
    {
        var token = identity.IdTokens.Find(text);
        if (token is null || token.Provider != provider)
            throw new PlatformException(400, "AuthenticationFail.OIDCToken.Invalid", "This OIDC token is invalid: the provider did not issue it.");
        if (!string.Equals(token.Audience, provider.ClientId, StringComparison.Ordinal))
            throw new PlatformException(400, "AuthenticationFail.OIDCToken.Invalid", "This OIDC token is invalid: its audience is no client id of the provider.");
        if (now >= token.Expiration)
            throw new PlatformException(400, "AuthenticationFail.OIDCToken.Expired", "This OIDC token is expired.");
        return token;
    }

    private string Answer(IdentityCall call, StsRoleRequest request, IdToken? token)
    {
        var session = new RoleSession(request.Role.Name, SandboxRoles.IdOf(identity.Seed, request.Role.Name), request.SessionName);
        var key = identity.Keys.Issue(session, call.Now + request.Duration);
        return SandboxJson.Object(json =>
        {
            json.WriteString("RequestId", call.RequestId);
            json.WriteStartObject("AssumedRoleUser");
            json.WriteString("Arn", session.Arn);
            json.WriteString("AssumedRoleId", session.PrincipalId);
            json.WriteEndObject();
            json.WriteStartObject("Credentials");
            KeyFields.Write(json, key);
            json.WriteEndObject();
            if (token is not null)
                WriteInfo(json, token);
        });
    }

    private static void WriteInfo(Utf8JsonWriter json, IdToken token)
    {
        json.WriteStartObject("OIDCTokenInfo");
        json.WriteString("Subject", token.Subject);
        json.WriteString("Issuer", token.Provider.Url);
        json.WriteString("ClientIds", token.Audience);
        json.WriteString("IssuanceTime", KeyFields.Time(token.Issued));
        json.WriteString("ExpirationTime", KeyFields.Time(token.Expiration));
        json.WriteString("VerificationInfo", "Success");
        json.WriteEndObject();
    }
}
