using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Operations;

/// <summary>Describes one API operation for the pipeline.</summary>
public sealed class Operation
{
    private readonly Dictionary<string, ParameterPosition> _parameters = new(StringComparer.Ordinal);
    private readonly string[] _segments;

    internal Operation(string name, string method, string path, Idempotency idempotency)
        : this(name, method, path, path.Substring(1).Split('/'), idempotency)
    {
        foreach (var segment in Segments)
        {
            if (IsPlaceholder(segment))
                _parameters.Add(segment.Trim('{', '}'), ParameterPosition.Path);
        }
    }

    private Operation(string name, string method, string path, string[] segments, Idempotency idempotency)
    {
        Name = name;
        Method = method;
        Path = path;
        _segments = segments;
        Idempotency = idempotency;
    }

    /// <summary>API name, sent as <c>x-acs-action</c>.</summary>
    public string Name { get; }

    /// <summary>HTTP method in upper case.</summary>
    public string Method { get; }

    /// <summary>Path with placeholders in braces.</summary>
    public string Path { get; }

    /// <summary>Whether a failed request may be sent again.</summary>
    public Idempotency Idempotency { get; }

    /// <summary>The parameters and their positions.</summary>
    public IReadOnlyDictionary<string, ParameterPosition> Parameters => _parameters;

    internal IReadOnlyList<string> Segments => _segments;

    internal bool HasPlaceholder => Array.Exists(_segments, IsPlaceholder);

    /// <summary>An operation for a raw call. The path is used unchanged, and the parameters are not described.</summary>
    internal static Operation WithoutParameters(string name, string method, string[] segments, Idempotency idempotency) =>
        new(name, method, "/" + string.Join("/", segments), segments, idempotency);

    internal Operation Query(params string[] names) => Add(ParameterPosition.Query, names);

    internal Operation Form(params string[] names) => Add(ParameterPosition.Form, names);

    internal bool Matches(IReadOnlyList<string> segments)
    {
        if (_segments.Length != segments.Count)
            return false;
        for (var i = 0; i < _segments.Length; i++)
        {
            if (!IsPlaceholder(_segments[i]) && !string.Equals(_segments[i], segments[i], StringComparison.Ordinal))
                return false;
        }

        return true;
    }

    internal static bool IsPlaceholder(string segment) => segment.Length > 2 && segment[0] == '{';

    private Operation Add(ParameterPosition position, string[] names)
    {
        foreach (var name in names)
            _parameters.Add(name, position);
        return this;
    }
}

/// <summary>The position of a parameter in the request.</summary>
public enum ParameterPosition
{
    /// <summary>As a segment of the path.</summary>
    Path,

    /// <summary>In the query string.</summary>
    Query,

    /// <summary>As a field of the form body.</summary>
    Form,
}
