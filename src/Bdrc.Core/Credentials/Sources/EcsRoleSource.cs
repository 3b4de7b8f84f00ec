using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Json;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>The RAM role of the ECS or ECI instance this runs on (spec/credentials.md section 4).</summary>
internal sealed class EcsRoleSource(
    string name, string? roleName, CredentialContext environment, bool isProbe = false) : ICredentialSource
{
    private const string Folder = "/latest/meta-data/ram/security-credentials/";

    private readonly InstanceMetadata _metadata = new(environment, isProbe);

    public string Name => name;

    public Task<ExpiringCredentials> FetchAsync(CancellationToken cancellationToken) =>
        _metadata.ReadAsync(token => ReadAsync(token, cancellationToken), cancellationToken);

    private async Task<ExpiringCredentials> ReadAsync(string? token, CancellationToken cancellationToken)
    {
        var role = roleName ?? environment.Variable("ALIBABA_CLOUD_ECS_METADATA");
        if (string.IsNullOrEmpty(role))
        {
            var list = await _metadata.GetAsync(Folder, token, cancellationToken).ConfigureAwait(false);
            if (list.Status == 404)
                throw InstanceMetadata.Refuse("NoInstanceRole", Strings.EcsNoRole, 404);
            role = list.IsSuccess ? InstanceMetadata.Text(list) : throw InstanceMetadata.Refused(list);
        }

        if (string.IsNullOrEmpty(role))
            throw InstanceMetadata.Refuse("NoInstanceRole", Strings.EcsNoRole, 404);
        var answer = await _metadata.GetAsync(Folder + Uri.EscapeDataString(role!), token, cancellationToken).ConfigureAwait(false);
        if (answer.Status == 404)
            throw InstanceMetadata.Refuse("NoSuchInstanceRole", Strings.EcsNoSuchRole.FormatInvariant(role), 404);
        if (!answer.IsSuccess)
            throw InstanceMetadata.Refused(answer);
        var json = answer.Json();
        return JsonFields.Text(json, "Code") == "Success" ? answer.Lease(json) : throw answer.Unreadable();
    }
}
