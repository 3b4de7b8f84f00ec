using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Credentials.Sources;
using Bdrc.Core.Json;

namespace Bdrc.Core.Contexts;

/// <summary>Queries STS for the identity that a context calls as.</summary>
public static class CallerIdentity
{
    /// <summary>Calls GetCallerIdentity with the context's credentials.</summary>
    /// <param name="context">A working context.</param>
    /// <param name="onDiagnostic">Receives diagnostics; null for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BdrcException">There are no credentials, or STS refuses them.</exception>
    public static async Task<BdrcIdentity> GetAsync(
        BdrcContext context, Action<BdrcDiagnostic>? onDiagnostic, CancellationToken cancellationToken)
    {
        CredentialDiagnostics.Listen(onDiagnostic);
        var state = ContextState.Of(context);
        var environment = state.Environment;

        // The context's region is that of BDRC; STS's own VPC flag says nothing about a VPC there.
        var isElsewhere = !state.UsesVpc && environment.IsOn("ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED");
        var region = environment.Variable("ALIBABA_CLOUD_STS_REGION") ?? (isElsewhere ? null : context.Region);
        var address = new RoleRequest { StsRegion = region, UsesVpc = state.UsesVpc }.Address(environment);
        var response = await StsClient.CallSignedAsync(
            environment, address, "GetCallerIdentity", [], state.Credentials, cancellationToken).ConfigureAwait(false);
        var json = response.Json();
        return new BdrcIdentity(
            JsonFields.Text(json, "AccountId") ?? throw response.Unreadable(),
            JsonFields.Text(json, "Arn"),
            JsonFields.Text(json, "IdentityType"),
            JsonFields.Text(json, "PrincipalId"));
    }
}
