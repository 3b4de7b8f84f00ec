using System.Text;
using Bdrc.Sandbox.Contract;
using Bdrc.Sandbox.Errors;

namespace Bdrc.Sandbox.Server.Identity.Routing;

/// <summary>A request to an identity service.</summary>
/// <param name="call">The request with its time and id.</param>
/// <param name="route">The service that the request is addressed to.</param>
internal sealed class IdentityRequest(SandboxCall call, IdentityRoute route)
{
    private List<KeyValuePair<string, string>>? _query;
    private List<KeyValuePair<string, string>>? _form;

    public SandboxRequest Http => call.Request;

    public IdentityRoute Route => route;

    public DateTimeOffset Now => call.Now;

    /// <summary>The time that timestamps are compared with.</summary>
    public DateTimeOffset SkewedNow => call.SkewedNow;

    public string RequestId => call.RequestId;

    private List<KeyValuePair<string, string>> QueryPairs =>
        _query ??= RequestTarget.DecodePairs(RequestTarget.Split(Http.RawTarget).Query);

    private List<KeyValuePair<string, string>> FormPairs =>
        _form ??= IsForm() ? RequestTarget.DecodePairs(Encoding.UTF8.GetString(Http.Body)) : [];

    /// <summary>A query parameter; null when it is missing.</summary>
    public string? Query(string name) => Find(QueryPairs, name);

    /// <summary>A form field of the body; null when it is missing.</summary>
    public string? Form(string name) => Find(FormPairs, name);

    /// <summary>A parameter of the query or the form; null when it is missing.</summary>
    public string? Parameter(string name) => Query(name) ?? Form(name);

    /// <summary>A required parameter of the query or the form.</summary>
    /// <exception cref="PlatformException">The parameter is missing or empty.</exception>
    public string Require(string name) => Parameter(name) is { Length: > 0 } value
        ? value
        : throw new PlatformException(400, "Missing" + name, $"{name} is mandatory for this action.");

    /// <summary>All parameters, those of the query first.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parameters() => [.. QueryPairs, .. FormPairs];

    /// <summary>The token of an Authorization header with the Bearer scheme; null when there is none.</summary>
    public string? BearerToken()
    {
        const string Scheme = "bearer ";
        var text = Http.Header("authorization");
        return text is not null && text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? text[Scheme.Length..].Trim() : null;
    }

    /// <exception cref="PlatformException">The request has another method.</exception>
    public void RequireMethod(string method)
    {
        if (!string.Equals(Http.Method, method, StringComparison.Ordinal))
            throw new PlatformException(405, "UnsupportedHTTPMethod", $"This address is for {method} requests.");
    }

    private bool IsForm()
    {
        var contentType = Http.Header("content-type") ?? string.Empty;
        return contentType.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);
    }

    private static string? Find(List<KeyValuePair<string, string>> pairs, string name)
    {
        foreach (var pair in pairs)
        {
            if (string.Equals(pair.Key, name, StringComparison.Ordinal))
                return pair.Value;
        }

        return null;
    }
}
