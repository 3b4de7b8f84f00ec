using System.Text;
using Bdrc.Sandbox.Rules;

namespace Bdrc.Sandbox;

/// <summary>An answer in the form both transports send.</summary>
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

    /// <summary>The other headers.</summary>
    public IList<KeyValuePair<string, string>> Headers { get; } = [];

    /// <summary>True when the connection must break instead of an answer.</summary>
    public bool Reset { get; internal set; }

    /// <summary>The body as text, read as UTF-8.</summary>
    public string Text => Encoding.UTF8.GetString(Body);

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

    internal SandboxResponse With(string name, string value)
    {
        Headers.Add(new KeyValuePair<string, string>(name, value));
        return this;
    }
}
