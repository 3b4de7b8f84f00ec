using System.Text;

namespace Bdrc.Sandbox;

/// <summary>A response, independent of the transport.</summary>
public sealed class SandboxResponse
{
    internal const string Json = "application/json;charset=utf-8";

    internal SandboxResponse(int statusCode, string? contentType, byte[] body)
    {
        StatusCode = statusCode;
        ContentType = contentType;
        Body = body;
    }

    /// <summary>HTTP status.</summary>
    public int StatusCode { get; }

    /// <summary>Media type of the body; null for no body.</summary>
    public string? ContentType { get; }

    /// <summary>The body; empty for none.</summary>
    public byte[] Body { get; }

    /// <summary>All headers except the content type.</summary>
    public IList<KeyValuePair<string, string>> Headers { get; } = [];

    /// <summary>True when the connection must be reset instead of answered.</summary>
    public bool Reset { get; internal set; }

    /// <summary>The body decoded as UTF-8.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

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

    internal SandboxResponse WithHeader(string name, string value)
    {
        Headers.Add(new KeyValuePair<string, string>(name, value));
        return this;
    }
}
