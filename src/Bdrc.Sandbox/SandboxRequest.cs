namespace Bdrc.Sandbox;

/// <summary>A request as it arrived, whatever the transport.</summary>
public sealed class SandboxRequest
{
    /// <summary>Takes a request down.</summary>
    /// <param name="method">HTTP method in upper case.</param>
    /// <param name="rawTarget">Path and query exactly as sent.</param>
    /// <param name="host">The Host header.</param>
    /// <param name="headers">All headers, content headers included.</param>
    /// <param name="body">The body; empty for none.</param>
    public SandboxRequest(
        string method, string rawTarget, string host, IReadOnlyList<KeyValuePair<string, string>> headers, byte[] body)
    {
        Method = method;
        RawTarget = rawTarget;
        Host = host;
        Headers = headers;
        Body = body;
    }

    /// <summary>HTTP method in upper case.</summary>
    public string Method { get; }

    /// <summary>Path and query exactly as sent.</summary>
    public string RawTarget { get; }

    /// <summary>The Host header.</summary>
    public string Host { get; }

    /// <summary>All headers, content headers included.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; }

    /// <summary>The body; empty for none.</summary>
    public byte[] Body { get; }

    /// <summary>The operation named in <c>x-acs-action</c>; null when there is none.</summary>
    public string? Action => Header("x-acs-action");

    /// <summary>The value of a header; null when it is not there.</summary>
    /// <param name="name">Name in any case.</param>
    public string? Header(string name)
    {
        foreach (var header in Headers)
        {
            if (string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase))
                return header.Value;
        }

        return null;
    }
}
