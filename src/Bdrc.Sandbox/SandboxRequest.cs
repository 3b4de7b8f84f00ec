namespace Bdrc.Sandbox;

/// <summary>A request as received, independent of the transport.</summary>
public sealed class SandboxRequest
{
    /// <summary>Creates a request.</summary>
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

    /// <summary>The operation named in <c>x-acs-action</c>; null when the header is missing.</summary>
    public string? Action => Header("x-acs-action");

    /// <summary>The value of a header; null when it is missing.</summary>
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

/// <summary>A request with the time and the id that its service answers it with.</summary>
/// <param name="Request">The request.</param>
/// <param name="Now">The sandbox's time.</param>
/// <param name="Skew">How far the clock that checks timestamps is ahead of <paramref name="Now"/>.</param>
/// <param name="RequestId">The id of the request.</param>
internal sealed record SandboxCall(SandboxRequest Request, DateTimeOffset Now, TimeSpan Skew, string RequestId)
{
    /// <summary>The time that timestamps are compared with.</summary>
    public DateTimeOffset SkewedNow => Now + Skew;
}

/// <summary>The last requests received. Thread-safe.</summary>
internal sealed class RequestLog
{
    private const int Capacity = 10_000;

    private readonly Queue<SandboxRequest> _requests = new();

    public void Add(SandboxRequest request)
    {
        lock (_requests)
        {
            if (_requests.Count == Capacity)
                _requests.Dequeue();
            _requests.Enqueue(request);
        }
    }

    public IReadOnlyList<SandboxRequest> Snapshot()
    {
        lock (_requests)
            return [.. _requests];
    }
}
