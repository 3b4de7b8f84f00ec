using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Json;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>
/// Fetches the credentials of the RAM role of the ECS or ECI instance that this process runs on (spec/credentials.md
/// section 4).
/// </summary>
internal sealed class EcsRoleSource(
    string name, string? roleName, CredentialContext context, bool isProbe = false) : ICredentialSource
{
    private const string RolesPath = "/latest/meta-data/ram/security-credentials/";

    private readonly InstanceMetadata _metadata = new(context, isProbe);

    public string Name => name;

    public string? AccountKey => null;

    public Task<ExpiringCredentials> FetchAsync(CancellationToken cancellationToken) =>
        _metadata.ReadAsync(token => ReadAsync(token, cancellationToken), cancellationToken);

    private async Task<ExpiringCredentials> ReadAsync(string? token, CancellationToken cancellationToken)
    {
        var role = roleName ?? context.Variable("ALIBABA_CLOUD_ECS_METADATA");
        if (string.IsNullOrEmpty(role))
            role = (await GetAsync(RolesPath, token, Strings.EcsNoRole, "NoInstanceRole", cancellationToken).ConfigureAwait(false)).Text;
        if (string.IsNullOrEmpty(role))
            throw InstanceMetadata.Error("NoInstanceRole", Strings.EcsNoRole, 404);

        var response = await GetAsync(
            RolesPath + Uri.EscapeDataString(role!),
            token,
            Strings.EcsNoSuchRole.FormatInvariant(role),
            "NoSuchInstanceRole",
            cancellationToken).ConfigureAwait(false);
        var json = response.Json();
        return JsonFields.Text(json, "Code") == "Success" ? response.Credentials(json) : throw response.Unreadable();
    }

    private async Task<TokenResponse> GetAsync(
        string path, string? token, string notFoundMessage, string notFoundCode, CancellationToken cancellationToken)
    {
        try
        {
            return await _metadata.GetAsync(path, token, cancellationToken).ConfigureAwait(false);
        }
        catch (BdrcException failure) when (failure.StatusCode == 404)
        {
            throw InstanceMetadata.Error(notFoundCode, notFoundMessage, 404);
        }
    }
}
