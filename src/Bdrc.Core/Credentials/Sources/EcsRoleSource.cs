using System.Text;
using Bdrc.Text;

namespace Bdrc.Core.Credentials;

/// <summary>The RAM role of the ECS or ECI instance this runs on (spec/credentials.md section 4).</summary>
internal sealed class EcsRoleSource(
    string name, string? roleName, CredentialEnvironment environment, bool isProbe = false) : ICredentialSource
{
    private const string Folder = "/latest/meta-data/ram/security-credentials/";

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    public string Name => name;

    public async Task<CredentialLease> FetchAsync(CancellationToken cancellationToken)
    {
        if (environment.IsOn("ALIBABA_CLOUD_ECS_METADATA_DISABLED"))
            throw Refuse("EcsMetadataDisabled", Messages.EcsMetadataDisabled);
        if (isProbe && environment.IsNoInstance)
            throw Refuse("NoInstanceMetadata", Messages.EcsMetadataAbsent);

        var allowsV1 = !environment.IsOn("ALIBABA_CLOUD_IMDSV1_DISABLED");
        var token = await TokenAsync(allowsV1, cancellationToken).ConfigureAwait(false);
        if (token is null)
            return await ReadAsync(null, cancellationToken).ConfigureAwait(false);
        try
        {
            return await ReadAsync(token, cancellationToken).ConfigureAwait(false);
        }
        catch (BdrcException failure) when (allowsV1 && failure.StatusCode is not (0 or 200 or 404))
        {
            return await ReadAsync(null, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A session token; null when the instance only speaks version 1 and that is allowed.</summary>
    private async Task<string?> TokenAsync(bool allowsV1, CancellationToken cancellationToken)
    {
        IdentityAnswer answer;
        try
        {
            answer = await SendAsync(HttpMethod.Put, "/latest/api/token", null, cancellationToken).ConfigureAwait(false);
        }
        catch (BdrcException failure) when (isProbe && failure.Kind is BdrcErrorKind.Timeout or BdrcErrorKind.Connection)
        {
            environment.IsNoInstance = true;
            throw;
        }

        if (answer.IsSuccess && Text(answer) is { Length: > 0 } token)
            return token;
        return allowsV1 ? null : throw answer.Refusal();
    }

    private async Task<CredentialLease> ReadAsync(string? token, CancellationToken cancellationToken)
    {
        var role = roleName ?? environment.Variable("ALIBABA_CLOUD_ECS_METADATA");
        if (string.IsNullOrEmpty(role))
        {
            var list = await SendAsync(HttpMethod.Get, Folder, token, cancellationToken).ConfigureAwait(false);
            if (list.Status == 404)
                throw Refuse("NoInstanceRole", Messages.EcsNoRole, 404);
            role = list.IsSuccess ? Text(list) : throw Refused(list);
        }

        if (string.IsNullOrEmpty(role))
            throw Refuse("NoInstanceRole", Messages.EcsNoRole, 404);
        var answer = await SendAsync(HttpMethod.Get, Folder + Uri.EscapeDataString(role!), token, cancellationToken).ConfigureAwait(false);
        if (answer.Status == 404)
            throw Refuse("NoSuchInstanceRole", Messages.EcsNoSuchRole.Fill(role), 404);
        if (!answer.IsSuccess)
            throw Refused(answer);
        var json = answer.Json();
        return JsonFields.Text(json, "Code") == "Success" ? answer.Lease(json) : throw answer.Unreadable();
    }

    private Task<IdentityAnswer> SendAsync(HttpMethod method, string path, string? token, CancellationToken cancellationToken) =>
        IdentityHttp.SendAsync(
            environment,
            $"the instance metadata at {environment.MetadataAddress.Authority}",
            () =>
            {
                var request = new HttpRequestMessage(method, new Uri(environment.MetadataAddress, path));
                if (method == HttpMethod.Put)
                    request.Headers.TryAddWithoutValidation("x-aliyun-ecs-metadata-token-ttl-seconds", "21600");
                else if (token is not null)
                    request.Headers.TryAddWithoutValidation("x-aliyun-ecs-metadata-token", token);
                return request;
            },
            Timeout,
            isProbe && method == HttpMethod.Put ? 1 : 2,
            cancellationToken);

    private static string Text(IdentityAnswer answer) => Encoding.UTF8.GetString(answer.Body).Trim();

    private static BdrcException Refused(IdentityAnswer answer) => answer.Status == 403
        ? Refuse("InstanceMetadataForbidden", Messages.EcsHardened, 403)
        : answer.Refusal();

    private static BdrcException Refuse(string code, string message, int status = 0) =>
        new(BdrcErrorKind.Authentication, code, message) { StatusCode = status };
}
