using System.Text;
using Bdrc.Core.Credentials.Platform;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>The metadata of the ECS or ECI instance this runs on: with a session token, or without where that is allowed.</summary>
/// <param name="environment">Where it is, and what is known of it.</param>
/// <param name="isProbe">Whether it is only tried: then silence is remembered, since it means that this is no instance.</param>
internal sealed class InstanceMetadata(CredentialContext environment, bool isProbe)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    /// <summary>Reads with the token of a new session, and where that is refused without one, as version 1 does.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="readAsync">Reads with a session token, or with null for none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="BdrcException">It is switched off, not there, or refuses.</exception>
    public async Task<T> ReadAsync<T>(Func<string?, Task<T>> readAsync, CancellationToken cancellationToken)
    {
        if (environment.IsOn("ALIBABA_CLOUD_ECS_METADATA_DISABLED"))
            throw Refuse("EcsMetadataDisabled", Strings.EcsMetadataDisabled);
        if (isProbe && environment.IsNoInstance)
            throw Refuse("NoInstanceMetadata", Strings.EcsMetadataAbsent);

        var allowsV1 = !environment.IsOn("ALIBABA_CLOUD_IMDSV1_DISABLED");
        var token = await TokenAsync(allowsV1, cancellationToken).ConfigureAwait(false);
        if (token is null)
            return await readAsync(null).ConfigureAwait(false);
        try
        {
            return await readAsync(token).ConfigureAwait(false);
        }
        catch (BdrcException failure) when (allowsV1 && failure.StatusCode is not (0 or 200 or 404))
        {
            return await readAsync(null).ConfigureAwait(false);
        }
    }

    /// <summary>Reads one path.</summary>
    public Task<TokenResponse> GetAsync(string path, string? token, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Get, path, token, cancellationToken);

    public static string Text(TokenResponse answer) => Encoding.UTF8.GetString(answer.Body).Trim();

    public static BdrcException Refused(TokenResponse answer) => answer.Status == 403
        ? Refuse("InstanceMetadataForbidden", Strings.EcsHardened, 403)
        : answer.Refusal();

    public static BdrcException Refuse(string code, string message, int status = 0) =>
        new(BdrcErrorKind.Authentication, code, message) { StatusCode = status };

    /// <summary>A session token; null when the instance only speaks version 1 and that is allowed.</summary>
    private async Task<string?> TokenAsync(bool allowsV1, CancellationToken cancellationToken)
    {
        TokenResponse answer;
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

    private Task<TokenResponse> SendAsync(HttpMethod method, string path, string? token, CancellationToken cancellationToken) =>
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
}
