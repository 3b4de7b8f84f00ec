using Bdrc.Core.Credentials.Platform;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Json;
using Bdrc.Text;

namespace Bdrc.Core.Credentials.Sources;

/// <summary>The RAM role of the ECS or ECI instance that this process runs on (spec/credentials.md section 4).</summary>
internal sealed class EcsRoleSource(
    string name, string? roleName, CredentialContext context, bool isProbe = false) : ICredentialSource
{
    private const string Folder = "/latest/meta-data/ram/security-credentials/";

    private readonly InstanceMetadata _metadata = new(context, isProbe);

    public string Name => name;

    public string? AccountKey => null;

    public Task<ExpiringCredentials> FetchAsync(CancellationToken cancellationToken) =>
        _metadata.ReadAsync(token => ReadAsync(token, cancellationToken), cancellationToken);

    private async Task<ExpiringCredentials> ReadAsync(string? token, CancellationToken cancellationToken)
    {
        var role = roleName ?? context.Variable("ALIBABA_CLOUD_ECS_METADATA");
        if (string.IsNullOrEmpty(role))
            role = (await GetAsync(Folder, token, Strings.EcsNoRole, "NoInstanceRole", cancellationToken).ConfigureAwait(false)).Text;
        if (string.IsNullOrEmpty(role))
            throw InstanceMetadata.Refuse("NoInstanceRole", Strings.EcsNoRole, 404);

        var response = await GetAsync(
            Folder + Uri.EscapeDataString(role!), token, Strings.EcsNoSuchRole.FormatInvariant(role), "NoSuchInstanceRole", cancellationToken)
            .ConfigureAwait(false);
        var json = response.Json();
        return JsonFields.Text(json, "Code") == "Success" ? response.Credentials(json) : throw response.Unreadable();
    }

    private async Task<TokenResponse> GetAsync(
        string path, string? token, string absent, string absentCode, CancellationToken cancellationToken)
    {
        try
        {
            return await _metadata.GetAsync(path, token, cancellationToken).ConfigureAwait(false);
        }
        catch (BdrcException failure) when (failure.StatusCode == 404)
        {
            throw InstanceMetadata.Refuse(absentCode, absent, 404);
        }
    }
}

/// <summary>
/// The region of the instance. It is the caller's region only if the caller is the instance: with other credentials it would be
/// a guess about somebody else's account (spec/credentials.md section 2).
/// </summary>
internal static class InstanceRegion
{
    public const string Source = "the instance metadata";

    /// <summary>The region; null when the credentials are not the instance's or the metadata does not say.</summary>
    public static async Task<string?> FindAsync(
        ICredentialProvider credentials, CredentialContext context, CancellationToken cancellationToken)
    {
        try
        {
            if (credentials is not IInstanceCredentials provider || !await provider.IsOfInstanceAsync(cancellationToken).ConfigureAwait(false))
                return null;
            return context.Instance.Region ??= await QueryAsync(context, cancellationToken).ConfigureAwait(false);
        }
        catch (BdrcException)
        {
            // The error of a missing region lists all sources that were tried; this one only failed to help.
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

/// <summary>The metadata service of the instance: read with a session token, or without one where that is allowed.</summary>
/// <param name="context">Its address, and what is known about the instance.</param>
/// <param name="isProbe">
/// Whether it is only tried. No response then means that this is no instance, and it is not tried again for a while.
/// </param>
internal sealed class InstanceMetadata(CredentialContext context, bool isProbe)
{
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    /// <summary>Reads with the token of a new session, and where that is refused without one, as version 1 does.</summary>
    /// <typeparam name="T">What is read.</typeparam>
    /// <param name="readAsync">Reads with a session token, or with null for none.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="BdrcException">The service is switched off, absent, or refuses.</exception>
    public async Task<T> ReadAsync<T>(Func<string?, Task<T>> readAsync, CancellationToken cancellationToken)
    {
        if (context.IsOn("ALIBABA_CLOUD_ECS_METADATA_DISABLED"))
            throw Refuse("EcsMetadataDisabled", Strings.EcsMetadataDisabled);
        if (isProbe && context.Instance.IsAbsent(context.Clock))
            throw Refuse("NoInstanceMetadata", Strings.EcsMetadataAbsent);

        var allowsV1 = !context.IsOn("ALIBABA_CLOUD_IMDSV1_DISABLED");
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
            throw Refuse("InstanceMetadataForbidden", Strings.EcsTokenNotIssued, 403);
        }
    }

    public static BdrcException Refuse(string code, string message, int status = 0) =>
        new(BdrcErrorKind.Authentication, code, message) { StatusCode = status };

    /// <summary>A session token; null when the instance only speaks version 1 and that is allowed.</summary>
    private async Task<string?> TokenAsync(bool allowsV1, CancellationToken cancellationToken)
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
        new("the instance metadata", new Uri(context.MetadataAddress, path)) { Method = method, MaxRetries = 1, AttemptTimeout = Timeout };
}
