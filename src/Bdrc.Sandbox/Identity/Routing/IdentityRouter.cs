using System.Text;
using Bdrc.Sandbox.Contract;
using Bdrc.Sandbox.Identity.Metadata;
using Bdrc.Sandbox.Identity.Sts;
using Bdrc.Sandbox.Rules;

namespace Bdrc.Sandbox.Identity.Routing;

/// <summary>Tells requests to identity services from those to BDRC; <see cref="IdentityPaths"/> describes how.</summary>
internal static class IdentityRouter
{
    /// <summary>Finds the service of a request; null for BDRC.</summary>
    public static IdentityRoute? Find(SandboxRequest request)
    {
        var (path, query) = Target.Split(request.RawTarget);
        if (Within(path, IdentityPaths.Prefix) is not null)
            return Prefixed(request, path, query);
        if (request.Host.StartsWith("sts.", StringComparison.OrdinalIgnoreCase)
            || request.Host.StartsWith("sts-vpc.", StringComparison.OrdinalIgnoreCase)
            || (path is "/" or "" && IsSts(request, query)))
        {
            return Sts(request, path, query);
        }

        if (Within(path, "/latest") is not null)
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
        if (Within(path, IdentityPaths.Sts) is { } sts)
            return Sts(request, sts, query);
        if (Within(path, IdentityPaths.Metadata) is { } metadata)
            return Metadata(metadata);
        return path switch
        {
            IdentityPaths.CredentialsUri => new IdentityRoute(IdentityOperations.CredentialsUri, path),
            IdentityPaths.GitHubIdToken => new IdentityRoute(IdentityOperations.GitHubIdToken, path),
            IdentityPaths.AzureIdToken => new IdentityRoute(IdentityOperations.AzureIdToken, path),
            IdentityPaths.CloudSso + "/cloud-credentials" => new IdentityRoute(IdentityOperations.CloudSso, path),
            IdentityPaths.OAuth + "/v1/exchange" => new IdentityRoute(IdentityOperations.OAuthExchange, path),
            IdentityPaths.OAuth + "/v1/token" => new IdentityRoute(IdentityOperations.OAuthToken, path),
            _ => new IdentityRoute(IdentityOperations.Unknown, path),
        };
    }

    private static bool IsSts(SandboxRequest request, string query)
    {
        if (request.Header("x-acs-version") == StsService.Version)
            return true;
        foreach (var pair in Target.DecodePairs(query))
        {
            if (pair is { Key: "Version", Value: StsService.Version })
                return true;
        }

        return false;
    }

    private static IdentityRoute Sts(SandboxRequest request, string path, string query)
    {
        var action = request.Action ?? Named(query) ?? Named(Encoding.UTF8.GetString(request.Body));
        return new IdentityRoute(
            action switch
            {
                "AssumeRole" => IdentityOperations.AssumeRole,
                "AssumeRoleWithOIDC" => IdentityOperations.AssumeRoleWithOidc,
                "GetCallerIdentity" => IdentityOperations.GetCallerIdentity,
                _ => IdentityOperations.Sts,
            },
            path);
    }

    private static string? Named(string pairs)
    {
        foreach (var pair in Target.DecodePairs(pairs))
        {
            if (string.Equals(pair.Key, "Action", StringComparison.Ordinal))
                return pair.Value;
        }

        return null;
    }

    private static IdentityRoute Metadata(string path)
    {
        const string Credentials = MetadataService.Credentials;
        if (path == MetadataService.Token)
            return new IdentityRoute(IdentityOperations.MetadataToken, path);
        return new IdentityRoute(
            path.Length > Credentials.Length && path.StartsWith(Credentials, StringComparison.Ordinal)
                ? IdentityOperations.MetadataCredentials
                : IdentityOperations.Metadata,
            path);
    }

    /// <summary>The rest of a path after a prefix that ends at a segment; null when it does not begin so.</summary>
    private static string? Within(string path, string prefix) =>
        path.StartsWith(prefix, StringComparison.Ordinal) && (path.Length == prefix.Length || path[prefix.Length] == '/')
            ? path.Substring(prefix.Length)
            : null;
}
