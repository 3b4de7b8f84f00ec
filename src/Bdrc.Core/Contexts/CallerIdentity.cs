using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Sources;
using Bdrc.Core.Json;

namespace Bdrc.Core.Contexts;

/// <summary>Queries STS for the identity of the caller.</summary>
public static class CallerIdentity
{
    /// <summary>Calls GetCallerIdentity with the context's credentials.</summary>
    /// <param name="context">A context of this module.</param>
    /// <param name="onDiagnostic">Receives diagnostics; null for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BdrcException">There are no credentials, or STS rejects them.</exception>
    public static async Task<BdrcIdentity> GetAsync(
        BdrcContext context, Action<BdrcDiagnostic>? onDiagnostic, CancellationToken cancellationToken)
    {
        CredentialDiagnostics.Listen(onDiagnostic);
        var state = ContextState.Of(context);
        var credentialContext = state.CredentialContext;

        // The context's region is the one of BDRC. The VPC flag of STS does not imply a VPC in that region.
        var hasOtherVpc = !state.UsesVpc && credentialContext.IsOn("ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED");
        var region = credentialContext.Variable("ALIBABA_CLOUD_STS_REGION") ?? (hasOtherVpc ? null : context.Region);
        var address = new RoleRequest { StsRegion = region, UsesVpc = state.UsesVpc }.Address(credentialContext);
        var response = await StsClient.CallSignedAsync(
            credentialContext, address, "GetCallerIdentity", [], state.Credentials, cancellationToken).ConfigureAwait(false);
        var json = response.Json();
        return new BdrcIdentity(
            JsonFields.Text(json, "AccountId") ?? throw response.Unreadable(),
            JsonFields.Text(json, "Arn"),
            JsonFields.Text(json, "IdentityType"),
            JsonFields.Text(json, "PrincipalId"));
    }
}
