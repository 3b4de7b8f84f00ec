using System.Text;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Identity.IdTokens;
using Bdrc.Sandbox.Identity.Keys;
using Bdrc.Sandbox.Identity.Logins;
using Bdrc.Sandbox.Identity.Metadata;
using Bdrc.Sandbox.Identity.Routing;
using Bdrc.Sandbox.Identity.Sts;
using Bdrc.Sandbox.Rules;
using Bdrc.Sandbox.Signing;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Identity;

/// <summary>Answers requests to the identity services.</summary>
internal sealed class IdentityDispatcher(SandboxIdentity identity, Verifier verifier)
{
    private readonly StsService _sts = new(identity, verifier);
    private readonly MetadataService _metadata = new(identity);
    private readonly IdTokenService _idTokens = new(identity);
    private readonly CloudSsoService _cloudSso = new(identity);
    private readonly OAuthService _oauth = new(identity);

    public SandboxResponse Answer(IdentityCall call)
    {
        try
        {
            return Carry(call);
        }
        catch (PlatformException refusal)
        {
            return new SandboxResponse(
                refusal.Status, SandboxResponse.Json, ErrorBody.Write(refusal.Code, refusal.Message, call.RequestId, call.Request.Host));
        }
    }

    private SandboxResponse Carry(IdentityCall call) => call.Route.Operation switch
    {
        IdentityOperations.AssumeRole => Json(_sts.AssumeRole(call)),
        IdentityOperations.AssumeRoleWithOidc => Json(_sts.AssumeRoleWithOidc(call)),
        IdentityOperations.GetCallerIdentity => Json(_sts.GetCallerIdentity(call)),
        IdentityOperations.Sts => throw StsService.UnknownAction(),
        IdentityOperations.MetadataToken or IdentityOperations.Metadata or IdentityOperations.MetadataCredentials => _metadata.Answer(call),
        IdentityOperations.CredentialsUri => Json(CredentialsUri(call)),
        IdentityOperations.GitHubIdToken => _idTokens.GitHub(call),
        IdentityOperations.AzureIdToken => _idTokens.Azure(call),
        IdentityOperations.CloudSso => Json(_cloudSso.Exchange(call)),
        IdentityOperations.OAuthExchange => _oauth.Exchange(call),
        IdentityOperations.OAuthToken => _oauth.Refresh(call),
        _ => throw new PlatformException(404, "InvalidAction.NotFound", "There is no identity service at this path."),
    };

    private string CredentialsUri(IdentityCall call)
    {
        call.Demand("GET");
        var key = identity.IssueKey("bdrc-runner", "credentials-uri", call.Now);
        return SandboxJson.Object(json =>
        {
            json.WriteString("Code", "Success");
            KeyFields.Write(json, key);
        });
    }

    private static SandboxResponse Json(string text) => new(200, SandboxResponse.Json, Encoding.UTF8.GetBytes(text));
}
