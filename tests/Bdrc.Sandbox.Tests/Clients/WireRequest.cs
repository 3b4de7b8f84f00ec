using System.Text;

namespace Bdrc.Sandbox.Tests.Clients;

/// <summary>A request before it is signed and sent. A test may change anything in it.</summary>
public sealed class WireRequest(string action, string method, string path)
{
    public string Action { get; } = action;

    public string Method { get; set; } = method;

    /// <summary>Canonical path.</summary>
    public string Path { get; set; } = path;

    public List<KeyValuePair<string, string>> Query { get; } = [];

    public List<KeyValuePair<string, string>> Form { get; } = [];

    public Dictionary<string, string> Headers { get; } = new(StringComparer.Ordinal);

    public string Host { get; set; } = "bdrc.sandbox.invalid";

    /// <summary>Headers to sign besides those that are always signed.</summary>
    public List<string> AlsoSigned { get; } = [];

    /// <summary>Headers to leave unsigned.</summary>
    public List<string> NotSigned { get; } = [];

    /// <summary>The query as it goes over the wire; by default in the order it was filled.</summary>
    public string? QueryText { get; set; }

    /// <summary>The body as it is signed.</summary>
    public byte[] Body => Encoding.UTF8.GetBytes(Encode(Form));

    public string Target
    {
        get
        {
            var query = QueryText ?? Encode(Query);
            return query.Length == 0 ? Path : Path + "?" + query;
        }
    }

    private static string Encode(IEnumerable<KeyValuePair<string, string>> pairs) =>
        string.Join('&', pairs.Select(pair => Uri.EscapeDataString(pair.Key) + "=" + Uri.EscapeDataString(pair.Value)));
}
