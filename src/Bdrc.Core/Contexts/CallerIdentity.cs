using Bdrc.Core.Credentials.Sources;
using Bdrc.Core.Json;

namespace Bdrc.Core.Contexts;

/// <summary>Asks STS who a context calls as.</summary>
public static class CallerIdentity
{
    /// <summary>Calls GetCallerIdentity with the context's credentials.</summary>
    /// <param name="context">A working context.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="BdrcException">There are no credentials, or STS refuses them.</exception>
    public static async Task<BdrcIdentity> GetAsync(BdrcContext context, CancellationToken cancellationToken)
    {
        var state = ContextState.Of(context);
        var environment = state.Environment;
        var credentials = await state.Credentials.GetAsync(cancellationToken).ConfigureAwait(false);

        // The context's region is that of BDRC; STS's own VPC flag says nothing about a VPC there.
        var isElsewhere = !state.UsesVpc && environment.IsOn("ALIBABA_CLOUD_VPC_ENDPOINT_ENABLED");
        var region = environment.Variable("ALIBABA_CLOUD_STS_REGION") ?? (isElsewhere ? null : context.Region);
        var address = new RoleRequest { StsRegion = region, UsesVpc = state.UsesVpc }.Address(environment);
        var (json, answer) = await StsClient.CallSignedAsync(
            environment, address, "GetCallerIdentity", [], credentials, cancellationToken).ConfigureAwait(false);
        return new BdrcIdentity(
            JsonFields.Text(json, "AccountId") ?? throw answer.Unreadable(),
            JsonFields.Text(json, "Arn"),
            JsonFields.Text(json, "IdentityType"),
            JsonFields.Text(json, "PrincipalId"));
    }
}
