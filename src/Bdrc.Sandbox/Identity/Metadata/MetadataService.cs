using System.Globalization;
using System.Text;
using Bdrc.Sandbox.Identity.Keys;
using Bdrc.Sandbox.Identity.Routing;
using Bdrc.Sandbox.Rules;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Identity.Metadata;

/// <summary>The metadata of an ECS instance.</summary>
internal sealed class MetadataService(SandboxIdentity identity)
{
    public const string Token = "/latest/api/token";
    public const string Credentials = "/latest/meta-data/ram/security-credentials/";

    private const string Lifetime = "x-aliyun-ecs-metadata-token-ttl-seconds";
    private const string TokenHeader = "x-aliyun-ecs-metadata-token";
    private const int LongestToken = 21_600;

    private readonly MetadataTokens _tokens = new(identity.Seed);
    private readonly InstanceKey _key = new(identity);

    public SandboxResponse Answer(IdentityCall call)
    {
        var mode = identity.MetadataMode;
        if (mode == MetadataMode.Forbidden)
            return Page(403, "Forbidden");
        if (call.Route.Operation == IdentityOperations.MetadataToken)
            return mode == MetadataMode.VersionOne ? Page(404, "Not Found") : IssueToken(call);
        if (call.Request.Method != "GET")
            return Page(405, "Method Not Allowed");
        return mode == MetadataMode.VersionOne || IsAllowed(call, mode) ? Read(call) : Page(403, "Forbidden");
    }

    private SandboxResponse IssueToken(IdentityCall call)
    {
        if (call.Request.Method != "PUT")
            return Page(405, "Method Not Allowed");

        // What came through a proxy did not start on the instance.
        if (call.Request.Header("x-forwarded-for") is not null)
            return Page(403, "Forbidden");
        return int.TryParse(call.Request.Header(Lifetime), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            && seconds is >= 1 and <= LongestToken
                ? Text(_tokens.Issue(call.Now, TimeSpan.FromSeconds(seconds)))
                : Page(400, "Bad Request");
    }

    private bool IsAllowed(IdentityCall call, MetadataMode mode) => call.Request.Header(TokenHeader) is { } token
        ? _tokens.IsValid(token, call.Now)
        : mode != MetadataMode.Hardened;

    private SandboxResponse Read(IdentityCall call)
    {
        var role = identity.InstanceRole;
        if (call.Route.Path == "/latest/meta-data/region-id")
            return Text(identity.InstanceRegion);
        if (role is null)
            return Page(404, "Not Found");
        if (call.Route.Path == Credentials)
            return Text(role);
        return call.Route.Operation == IdentityOperations.MetadataCredentials
            && string.Equals(Uri.UnescapeDataString(call.Route.Path.Substring(Credentials.Length)), role, StringComparison.Ordinal)
                ? new SandboxResponse(200, SandboxResponse.Json, Encoding.UTF8.GetBytes(Keys(role, call.Now)))
                : Page(404, "Not Found");
    }

    private string Keys(string role, DateTimeOffset now)
    {
        var (key, updated) = _key.Current(role, now);
        return SandboxJson.Object(json =>
        {
            KeyFields.Write(json, key);
            json.WriteString("LastUpdated", KeyFields.Time(updated));
            json.WriteString("Code", "Success");
        });
    }

    private static SandboxResponse Text(string text) => new(200, "text/plain", Encoding.UTF8.GetBytes(text));

    private static SandboxResponse Page(int status, string reason)
    {
        var title = FormattableString.Invariant($"{status} - {reason}");
        return new SandboxResponse(
            status, "text/html", Encoding.UTF8.GetBytes($"<html><head><title>{title}</title></head><body><h1>{title}</h1></body></html>"));
    }
}
