namespace Bdrc.Core.Signing;

/// <summary>A request in canonical form. It is sent exactly as it is signed.</summary>
public sealed class SignableRequest
{
    private readonly List<KeyValuePair<string, string>> _headers = new(12);

    /// <summary>Creates a request without headers.</summary>
    /// <param name="method">HTTP method in upper case.</param>
    /// <param name="path">Canonical URI, see <see cref="CanonicalTarget.Path"/>.</param>
    /// <param name="query">Canonical query, see <see cref="CanonicalTarget.Query"/>; empty when there is none.</param>
    public SignableRequest(string method, string path, string query)
    {
        Method = method;
        Path = path;
        Query = query;
    }

    /// <summary>HTTP method in upper case.</summary>
    public string Method { get; }

    /// <summary>Canonical URI.</summary>
    public string Path { get; }

    /// <summary>Canonical query; empty when there is none.</summary>
    public string Query { get; }

    /// <summary>The signed headers: lower-case names in ordinal order, values trimmed at both ends.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers => _headers;

    /// <summary>The value of <c>x-acs-content-sha256</c>; empty until that header is added.</summary>
    public string PayloadHash { get; private set; } = string.Empty;

    /// <summary>
    /// Adds a header, in sorted order, if it belongs to the signed headers (<c>x-acs-*</c>, <c>host</c>, <c>content-type</c>;
    /// spec/signing.md section 5).
    /// </summary>
    /// <param name="name">Name in any case.</param>
    /// <param name="value">Value; inner white space is kept.</param>
    /// <returns>Whether the header belongs to the signed headers.</returns>
    /// <exception cref="ArgumentException">The header has already been added.</exception>
    public bool AddHeader(string name, string value)
    {
        if (name is null)
            throw new ArgumentNullException(nameof(name));
        if (value is null)
            throw new ArgumentNullException(nameof(value));

#pragma warning disable CA1308 // The canonical form of a header name is lower case.
        var lower = name.ToLowerInvariant();
#pragma warning restore CA1308
        if (!lower.StartsWith("x-acs-", StringComparison.Ordinal) && lower is not "host" and not "content-type")
            return false;

        var index = _headers.Count;
        while (index > 0)
        {
            var order = string.CompareOrdinal(_headers[index - 1].Key, lower);
            if (order == 0)
                throw new ArgumentException($"The header {lower} would be signed twice.", nameof(name));
            if (order < 0)
                break;
            index--;
        }

        value = value.Trim();
        _headers.Insert(index, new KeyValuePair<string, string>(lower, value));
        if (lower == "x-acs-content-sha256")
            PayloadHash = value;
        return true;
    }
}
