using System.Globalization;
using System.Text;
using Bdrc.Sandbox.Json;
using Bdrc.Sandbox.Server.Identity.Keys;
using Bdrc.Sandbox.Server.Identity.Routing;

namespace Bdrc.Sandbox.Server.Identity.Metadata;

/// <summary>How the instance metadata service behaves.</summary>
public enum MetadataMode
{
    /// <summary>A session token is optional.</summary>
    Normal,

    /// <summary>A session token is required; requests without one get 403.</summary>
    Hardened,

    /// <summary>The first version of the service, without session tokens: requests for one get 404, and the token header is ignored.</summary>
    VersionOne,

    /// <summary>All requests get 403.</summary>
    Forbidden,
}

/// <summary>The metadata service of an ECS instance.</summary>
internal sealed class MetadataService(IdentityServices identity)
{
    public const string TokenPath = "/latest/api/token";
    public const string CredentialsPath = "/latest/meta-data/ram/security-credentials/";

    private const string LifetimeHeader = "x-aliyun-ecs-metadata-token-ttl-seconds";
    private const string TokenHeader = "x-aliyun-ecs-metadata-token";
    private const int LongestLifetime = 21_600;

    private readonly MetadataTokenStore _tokens = new(identity.Seed);
    private readonly InstanceKeyCache _key = new(identity);

    public SandboxResponse Execute(IdentityRequest request)
    {
        var mode = identity.MetadataMode;
        if (mode == MetadataMode.Forbidden)
            return Page(403, "Forbidden");
        if (request.Route.Operation == IdentityOperations.MetadataToken)
            return mode == MetadataMode.VersionOne ? Page(404, "Not Found") : IssueToken(request);
        if (request.Http.Method != "GET")
            return Page(405, "Method Not Allowed");
        return mode == MetadataMode.VersionOne || IsAllowed(request, mode) ? Read(request) : Page(403, "Forbidden");
    }

    private SandboxResponse IssueToken(IdentityRequest request)
    {
        if (request.Http.Method != "PUT")
            return Page(405, "Method Not Allowed");

        // A request that passed a proxy may come from another machine.
        if (request.Http.Header("x-forwarded-for") is not null)
            return Page(403, "Forbidden");
        var lifetime = request.Http.Header(LifetimeHeader);
        return int.TryParse(lifetime, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= 1 and <= LongestLifetime
                ? Text(_tokens.Issue(request.Now, TimeSpan.FromSeconds(seconds)))
                : Page(400, "Bad Request");
    }

    private bool IsAllowed(IdentityRequest request, MetadataMode mode) => request.Http.Header(TokenHeader) is { } token
        ? _tokens.IsValid(token, request.Now)
        : mode != MetadataMode.Hardened;

    private SandboxResponse Read(IdentityRequest request)
    {
        var path = request.Route.Path;
        if (path == "/latest/meta-data/region-id")
            return Text(identity.InstanceRegion);
        if (identity.InstanceRole is not { } role)
            return Page(404, "Not Found");
        if (path == CredentialsPath)
            return Text(role);
        return request.Route.Operation == IdentityOperations.MetadataCredentials
            && string.Equals(Uri.UnescapeDataString(path[CredentialsPath.Length..]), role, StringComparison.Ordinal)
                ? new SandboxResponse(200, SandboxResponse.Json, Encoding.UTF8.GetBytes(Credentials(role, request.Now)))
                : Page(404, "Not Found");
    }

    private string Credentials(string role, DateTimeOffset now)
    {
        var (key, updated) = _key.Get(role, now);
        return SandboxJson.Object(json =>
        {
            SessionKeyJson.Write(json, key);
            json.WriteString("LastUpdated", SessionKeyJson.Time(updated));
            json.WriteString("Code", "Success");
        });
    }

    private static SandboxResponse Text(string text) => new(200, "text/plain", Encoding.UTF8.GetBytes(text));

    private static SandboxResponse Page(int status, string reason)
    {
        var title = FormattableString.Invariant($"{status} - {reason}");
        var html = $"<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>";
        return new SandboxResponse(status, "text/html", Encoding.UTF8.GetBytes(html));
    }
}
