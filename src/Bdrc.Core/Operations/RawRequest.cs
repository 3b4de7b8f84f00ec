namespace Bdrc.Core.Operations;

/// <summary>A call of an operation that this version may not know, as Invoke-BdrcApi makes it.</summary>
public sealed class RawRequest
{
    /// <summary>HTTP method in upper case.</summary>
    public string Method { get; set; } = "GET";

    /// <summary>Path, beginning with a slash, without a query. Percent escapes in it stand for what they escape.</summary>
    public string Path { get; set; } = "/";

    /// <summary>Name of the operation; null to find it by method and path.</summary>
    public string? Action { get; set; }

    /// <summary>Query parameters, not encoded. Lists, dictionaries and booleans are written as the API takes them.</summary>
    public IDictionary<string, object?>? Query { get; set; }

    /// <summary>Fields of the form body, not encoded.</summary>
    public IDictionary<string, object?>? Form { get; set; }
}
