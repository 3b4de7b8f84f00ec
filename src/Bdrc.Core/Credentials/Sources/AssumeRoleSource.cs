using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http;
using Bdrc.Core.Json;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>Assumes a RAM role with the credentials of another provider (STS AssumeRole).</summary>
internal sealed class AssumeRoleSource(
    string name, ICredentialProvider caller, RoleRequest role, CredentialContext context) : ICredentialSource
{
    public string Name => name;

    public string? AccountKey => role.AccountKey;

    /// <summary>The provider whose credentials assume the role.</summary>
    public ICredentialProvider Caller => caller;

    public async Task<ExpiringCredentials> FetchAsync(CancellationToken cancellationToken)
    {
        var response = await StsClient.CallSignedAsync(
            context, role.Address(context), "AssumeRole", role.Parameters(context), caller, cancellationToken).ConfigureAwait(false);
        return response.Credentials(JsonFields.Element(response.Json(), "Credentials") ?? throw response.Unreadable());
    }
}
