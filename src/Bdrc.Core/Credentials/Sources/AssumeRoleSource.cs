using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Json;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>Takes on a RAM role as another identity.</summary>
internal sealed class AssumeRoleSource(
    string name, ICredentialProvider caller, RoleRequest role, CredentialContext environment) : ICredentialSource
{
    public string Name => name;

    /// <summary>Who takes the role on.</summary>
    public ICredentialProvider Caller => caller;

    public async Task<ExpiringCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        var parameters = role.Parameters(environment);
        var credentials = await caller.GetAsync(cancellationToken).ConfigureAwait(false);
        var (json, answer) = await StsClient.CallSignedAsync(
            environment, role.Address(environment), "AssumeRole", parameters, credentials, cancellationToken).ConfigureAwait(false);
        return answer.Lease(JsonFields.Element(json, "Credentials") ?? throw answer.Unreadable());
    }
}
