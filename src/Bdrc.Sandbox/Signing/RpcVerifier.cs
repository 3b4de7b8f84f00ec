using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Identity.Keys;
using Bdrc.Sandbox.Identity.Routing;

namespace Bdrc.Sandbox.Signing;

/// <summary>Lets RPC requests in whose parameters are signed with V1 (credentials.md section 4, signing b).</summary>
internal sealed class RpcVerifier(Verifier verifier)
{
    /// <summary>Checks a request.</summary>
    /// <returns>Who calls.</returns>
    /// <exception cref="PlatformException">The request is not let in.</exception>
    public SigningKey Check(IdentityCall call, string version)
    {
        if (call.Mandatory("SignatureMethod") != "HMAC-SHA1")
            throw new PlatformException(400, "InvalidSignatureMethod", "Specified signature method is not supported: HMAC-SHA1 is.");
        if (call.Mandatory("SignatureVersion") != "1.0")
            throw new PlatformException(400, "InvalidSignatureVersion", "Specified signature version is not supported: 1.0 is.");
        if (call.Mandatory("Version") != version)
            throw new PlatformException(400, "InvalidVersion", "Specified parameter Version is not valid.");
        var nonce = call.Mandatory("SignatureNonce");
        var timestamp = call.Mandatory("Timestamp");

        var key = verifier.FindKey(call.Mandatory("AccessKeyId"));
        Verifier.CheckToken(call.Parameter("SecurityToken"), key, call.StampTime);
        Verifier.CheckTime(timestamp, call.StampTime);
        var toSign = RpcSignature.StringToSign(call.Request.Method, call.Parameters());
        if (!Verifier.SameInConstantTime(RpcSignature.Sign(key.Secret, toSign), call.Mandatory(RpcSignature.Name)))
        {
            throw new PlatformException(
                400, "SignatureDoesNotMatch", "Specified signature is not matched with our calculation. server string to sign is:" + toSign);
        }

        verifier.UseNonce(nonce, call.StampTime);
        return key;
    }
}
