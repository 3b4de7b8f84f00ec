using System.Text;
using Bdrc.Sandbox.Contract;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Rules;

namespace Bdrc.Sandbox.Identity.Routing;

/// <summary>A request to an identity service.</summary>
/// <param name="request">The request.</param>
/// <param name="route">Where it leads.</param>
/// <param name="now">Now, by the sandbox's clock.</param>
/// <param name="skew">How far the clock that time stamps are held against is ahead.</param>
/// <param name="requestId">The id of the request.</param>
internal sealed class IdentityCall(SandboxRequest request, IdentityRoute route, DateTimeOffset now, TimeSpan skew, string requestId)
{
    private List<KeyValuePair<string, string>>? _query;
    private List<KeyValuePair<string, string>>? _form;

    public SandboxRequest Request { get; } = request;

    public IdentityRoute Route { get; } = route;

    public DateTimeOffset Now { get; } = now;

    public DateTimeOffset StampTime { get; } = now + skew;

    public string RequestId { get; } = requestId;

    private List<KeyValuePair<string, string>> QueryPairs => _query ??= Target.DecodePairs(Target.Split(Request.RawTarget).Query);

    private List<KeyValuePair<string, string>> FormPairs => _form ??= IsForm() ? Target.DecodePairs(Encoding.UTF8.GetString(Request.Body)) : [];

    /// <summary>A value of the query; null when it is not there.</summary>
    public string? Query(string name) => Find(QueryPairs, name);

    /// <summary>A field of the form in the body; null when it is not there.</summary>
    public string? Form(string name) => Find(FormPairs, name);

    /// <summary>A parameter, which may be in the query or in the form.</summary>
    public string? Parameter(string name) => Query(name) ?? Form(name);

    /// <summary>A parameter that must be there.</summary>
    /// <exception cref="PlatformException">It is not, or is empty.</exception>
    public string Mandatory(string name) => Parameter(name) is { Length: > 0 } value
        ? value
        : throw new PlatformException(400, "Missing" + name, $"{name} is mandatory for this action.");

    /// <summary>All parameters, those of the query first.</summary>
    public IEnumerable<KeyValuePair<string, string>> Parameters() => [.. QueryPairs, .. FormPairs];

    /// <summary>The token of an Authorization header of scheme Bearer; null when there is none.</summary>
    public string? Bearer()
    {
        const string Scheme = "bearer ";
        var text = Request.Header("authorization");
        return text is not null && text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? text.Substring(Scheme.Length).Trim() : null;
    }

    /// <summary>Refuses all methods but one.</summary>
    /// <exception cref="PlatformException">The method is another one.</exception>
    public void Demand(string method)
    {
        if (!string.Equals(Request.Method, method, StringComparison.Ordinal))
            throw new PlatformException(405, "UnsupportedHTTPMethod", $"This address is for {method} requests.");
    }

    private bool IsForm() =>
        (Request.Header("content-type") ?? string.Empty).StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

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
