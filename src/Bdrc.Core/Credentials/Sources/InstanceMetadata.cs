using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Transport;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>
/// Reads the metadata service of the instance with a session token (version 2) or, where that is allowed, without one (version 1).
/// </summary>
/// <param name="context">The address of the service and the state of the instance.</param>
/// <param name="isProbe">
/// Whether this is a probe by the default chain. When a probe gets no response, it is not repeated for a while.
/// </param>
internal sealed class InstanceMetadata(CredentialContext context, bool isProbe)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    /// <summary>Reads with a new session token. When that is refused, reads without one, as version 1 does.</summary>
    /// <typeparam name="T">Type of the result.</typeparam>
    /// <param name="readAsync">Reads with a session token, or with null for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BdrcException">The service is disabled, unreachable, or refuses the request.</exception>
    public async Task<T> ReadAsync<T>(Func<string?, Task<T>> readAsync, CancellationToken cancellationToken)
    {
        if (context.IsOn("ALIBABA_CLOUD_ECS_METADATA_DISABLED"))
            throw Error("EcsMetadataDisabled", Strings.EcsMetadataDisabled);
        if (isProbe && context.Instance.IsAbsent(context.Clock))
            throw Error("NoInstanceMetadata", Strings.EcsMetadataAbsent);

        var allowsV1 = !context.IsOn("ALIBABA_CLOUD_IMDSV1_DISABLED");
        var token = await RequestTokenAsync(allowsV1, cancellationToken).ConfigureAwait(false);
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

    /// <summary>Requests one path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="token">A session token; null for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async Task<TokenResponse> GetAsync(string path, string? token, CancellationToken cancellationToken)
    {
        try
        {
            return await SendAsync(
                Request("GET", path) with { Headers = token is null ? [] : [new("x-aliyun-ecs-metadata-token", token)] },
                cancellationToken).ConfigureAwait(false);
        }
        catch (BdrcException failure) when (failure.StatusCode == 403)
        {
            throw Error("InstanceMetadataForbidden", Strings.EcsTokenNotIssued, 403);
        }
    }

    public static BdrcException Error(string code, string message, int status = 0) =>
        new(BdrcErrorKind.Authentication, code, message) { StatusCode = status };

    /// <summary>Requests a session token. Returns null when the instance supports version 1 only and that is allowed.</summary>
    private async Task<string?> RequestTokenAsync(bool allowsV1, CancellationToken cancellationToken)
    {
        var request = Request("PUT", "/latest/api/token") with
        {
            Headers = [new("x-aliyun-ecs-metadata-token-ttl-seconds", "21600")],
            MaxRetries = isProbe ? 0 : 1,
        };
        try
        {
            var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
            return response.Text is { Length: > 0 } token ? token : allowsV1 ? null : throw response.Unreadable();
        }
        catch (BdrcException failure) when (failure.StatusCode == 0 && failure.Kind is BdrcErrorKind.Timeout or BdrcErrorKind.Connection)
        {
            if (isProbe)
                context.Instance.MarkAbsent(context.Clock);
            throw;
        }
        catch (BdrcException failure) when (allowsV1 && failure.StatusCode > 0)
        {
            return null;
        }
    }

    private async Task<TokenResponse> SendAsync(IdentityRequest request, CancellationToken cancellationToken)
    {
        var response = await IdentityClient.SendAsync(context, request, cancellationToken).ConfigureAwait(false);
        context.Instance.MarkPresent();
        return response;
    }

    private IdentityRequest Request(string method, string path) =>
        new(Strings.InstanceMetadata, new Uri(context.MetadataAddress, path)) { Method = method, MaxRetries = 1, AttemptTimeout = Timeout };
}

/// <summary>
/// Finds the region of the instance. It is used only with credentials of the instance role: other credentials may belong to
/// another account (spec/credentials.md section 2).
/// </summary>
internal static class InstanceRegion
{
    /// <summary>Returns the region; null with other credentials or when the metadata service does not return one.</summary>
    public static async Task<string?> FindAsync(
        ICredentialProvider credentials, CredentialContext context, CancellationToken cancellationToken)
    {
        try
        {
            if (credentials is not IInstanceCredentials provider
                || !await provider.UsesInstanceRoleAsync(cancellationToken).ConfigureAwait(false))
            {
                return null;
            }

            return context.Instance.Region ??= await QueryAsync(context, cancellationToken).ConfigureAwait(false);
        }
        catch (BdrcException)
        {
            // The caller reports the missing region and lists all sources, this one included.
            return null;
        }
    }

    private static Task<string> QueryAsync(CredentialContext context, CancellationToken cancellationToken)
    {
        var metadata = new InstanceMetadata(context, isProbe: false);
        return metadata.ReadAsync(
            async token =>
            {
                var region = (await metadata.GetAsync("/latest/meta-data/region-id", token, cancellationToken).ConfigureAwait(false)).Text;
                EndpointResolver.CheckRegion(region);
                return region;
            },
            cancellationToken);
    }
}
