using System.Text;
using Bdrc.Sandbox.Contract;
using Bdrc.Sandbox.Server.Identity.Metadata;
using Bdrc.Sandbox.Server.Identity.Sts;

namespace Bdrc.Sandbox.Server.Identity.Routing;

/// <summary>Distinguishes requests to identity services from requests to BDRC, as <see cref="IdentityPaths"/> describes.</summary>
internal static class IdentityRouter
{
    /// <summary>Finds the service of a request; null for BDRC.</summary>
    public static IdentityRoute? Find(SandboxRequest request)
    {
        var (path, query) = RequestTarget.Split(request.RawTarget);
        if (PathAfter(path, IdentityPaths.Prefix) is not null)
            return Prefixed(request, path, query);
        if (request.Host.StartsWith("sts.", StringComparison.OrdinalIgnoreCase)
            || request.Host.StartsWith("sts-vpc.", StringComparison.OrdinalIgnoreCase)
            || (path is "/" or "" && HasStsVersion(request, query)))
        {
            return Sts(request, path, query);
        }

        if (PathAfter(path, "/latest") is not null)
            return Metadata(path);
        return path switch
        {
            "/cloud-credentials" => new IdentityRoute(IdentityOperations.CloudSso, path),
            "/v1/exchange" => new IdentityRoute(IdentityOperations.OAuthExchange, path),
            "/v1/token" => new IdentityRoute(IdentityOperations.OAuthToken, path),
            _ => null,
        };
    }

    private static IdentityRoute Prefixed(SandboxRequest request, string path, string query)
    {
        if (PathAfter(path, IdentityPaths.Sts) is { } sts)
            return Sts(request, sts, query);
        if (PathAfter(path, IdentityPaths.Metadata) is { } metadata)
            return Metadata(metadata);
        var operation = path switch
        {
            IdentityPaths.CredentialsUri => IdentityOperations.CredentialsUri,
            IdentityPaths.GitHubIdToken => IdentityOperations.GitHubIdToken,
            IdentityPaths.AzureIdToken => IdentityOperations.AzureIdToken,
            IdentityPaths.CloudSso + "/cloud-credentials" => IdentityOperations.CloudSso,
            IdentityPaths.OAuth + "/v1/exchange" => IdentityOperations.OAuthExchange,
            IdentityPaths.OAuth + "/v1/token" => IdentityOperations.OAuthToken,
            _ => IdentityOperations.Unknown,
        };
        return new IdentityRoute(operation, path);
    }

    private static bool HasStsVersion(SandboxRequest request, string query)
    {
        if (request.Header("x-acs-version") == StsService.Version)
            return true;
        foreach (var pair in RequestTarget.DecodePairs(query))
        {
            if (pair is { Key: "Version", Value: StsService.Version })
                return true;
        }

        return false;
    }

    private static IdentityRoute Sts(SandboxRequest request, string path, string query)
    {
        var action = request.Action ?? FindAction(query) ?? FindAction(Encoding.UTF8.GetString(request.Body));
        var operation = action switch
        {
            "AssumeRole" => IdentityOperations.AssumeRole,
            "AssumeRoleWithOIDC" => IdentityOperations.AssumeRoleWithOidc,
            "GetCallerIdentity" => IdentityOperations.GetCallerIdentity,
            _ => IdentityOperations.Sts,
        };
        return new IdentityRoute(operation, path);
    }

    private static string? FindAction(string pairs)
    {
        foreach (var pair in RequestTarget.DecodePairs(pairs))
        {
            if (string.Equals(pair.Key, "Action", StringComparison.Ordinal))
                return pair.Value;
        }

        return null;
    }

    private static IdentityRoute Metadata(string path)
    {
        const string Credentials = MetadataService.CredentialsPath;
        if (path == MetadataService.TokenPath)
            return new IdentityRoute(IdentityOperations.MetadataToken, path);
        return new IdentityRoute(
            path.Length > Credentials.Length && path.StartsWith(Credentials, StringComparison.Ordinal)
                ? IdentityOperations.MetadataCredentials
                : IdentityOperations.Metadata,
            path);
    }

    /// <summary>The rest of a path after a prefix of whole segments; null when the path does not begin with the prefix.</summary>
    private static string? PathAfter(string path, string prefix) =>
        path.StartsWith(prefix, StringComparison.Ordinal) && (path.Length == prefix.Length || path[prefix.Length] == '/')
            ? path[prefix.Length..]
            : null;
}

/// <summary>The operation that a request to an identity service is routed to.</summary>
/// <param name="Operation">One of <see cref="IdentityOperations"/>.</param>
/// <param name="Path">The path within the service, still percent-encoded.</param>
internal sealed record IdentityRoute(string Operation, string Path);
