using System.Text;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Json;
using Bdrc.Sandbox.Server.Identity.IdTokens;
using Bdrc.Sandbox.Server.Identity.Keys;
using Bdrc.Sandbox.Server.Identity.Logins;
using Bdrc.Sandbox.Server.Identity.Metadata;
using Bdrc.Sandbox.Server.Identity.Routing;
using Bdrc.Sandbox.Server.Identity.Sts;
using Bdrc.Sandbox.Signing;

namespace Bdrc.Sandbox.Server.Identity;

/// <summary>Dispatches requests to the identity services.</summary>
internal sealed class IdentityDispatcher(IdentityServices identity, SignatureVerifier verifier)
{
    private readonly StsService _sts = new(identity, verifier);
    private readonly MetadataService _metadata = new(identity);
    private readonly IdTokenService _idTokens = new(identity);
    private readonly CloudSsoService _cloudSso = new(identity);
    private readonly OAuthService _oauth = new(identity);

    public SandboxResponse Execute(IdentityRequest request)
    {
        try
        {
            return Dispatch(request);
        }
        catch (PlatformException exception)
        {
            return exception.ToResponse(request.RequestId, request.Http.Host);
        }
    }

    private SandboxResponse Dispatch(IdentityRequest request) => request.Route.Operation switch
    {
        IdentityOperations.AssumeRole => Json(_sts.AssumeRole(request)),
        IdentityOperations.AssumeRoleWithOidc => Json(_sts.AssumeRoleWithOidc(request)),
        IdentityOperations.GetCallerIdentity => Json(_sts.GetCallerIdentity(request)),
        IdentityOperations.Sts => throw StsService.UnknownAction(),
        IdentityOperations.MetadataToken or IdentityOperations.Metadata or IdentityOperations.MetadataCredentials
            => _metadata.Execute(request),
        IdentityOperations.CredentialsUri => Json(GetCredentials(request)),
        IdentityOperations.GitHubIdToken => _idTokens.GitHub(request),
        IdentityOperations.AzureIdToken => _idTokens.Azure(request),
        IdentityOperations.CloudSso => Json(_cloudSso.Exchange(request)),
        IdentityOperations.OAuthExchange => _oauth.Exchange(request),
        IdentityOperations.OAuthToken => _oauth.Refresh(request),
        _ => throw new PlatformException(404, "InvalidAction.NotFound", "There is no identity service at this path."),
    };

    private string GetCredentials(IdentityRequest request)
    {
        request.RequireMethod("GET");
        var key = identity.IssueKey("bdrc-runner", "credentials-uri", request.Now);
        return SandboxJson.Object(json =>
        {
            json.WriteString("Code", "Success");
            SessionKeyJson.Write(json, key);
        });
    }

    private static SandboxResponse Json(string text) => new(200, SandboxResponse.Json, Encoding.UTF8.GetBytes(text));
}
