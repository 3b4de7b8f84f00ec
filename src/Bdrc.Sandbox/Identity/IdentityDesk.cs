using System.Text;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Signing;
using Bdrc.Sandbox.World;

namespace Bdrc.Sandbox.Identity;

/// <summary>Answers requests to the identity services.</summary>
internal sealed class IdentityDesk(SandboxIdentity identity, Verifier verifier)
{
    private readonly StsService _sts = new(identity, verifier);
    private readonly MetadataService _metadata = new(identity);

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
        _ => throw new PlatformException(404, "InvalidAction.NotFound", "There is no identity service at this path."),
    };

    private static SandboxResponse Json(string text) => new(200, SandboxResponse.Json, Encoding.UTF8.GetBytes(text));
}
