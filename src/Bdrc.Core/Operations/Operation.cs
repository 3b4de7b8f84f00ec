namespace Bdrc.Core.Operations;

/// <summary>The description of one API operation: everything about it that the pipeline must know.</summary>
public sealed class Operation
{
    private readonly Dictionary<string, ParameterPosition> _parameters = new(StringComparer.Ordinal);

    internal Operation(string name, string method, string path, Idempotency idempotency)
    {
        Name = name;
        Method = method;
        Path = path;
        Idempotency = idempotency;
        foreach (var segment in Segments)
        {
            if (IsPlaceholder(segment))
                _parameters.Add(segment.Trim('{', '}'), ParameterPosition.Path);
        }
    }

    /// <summary>API name, sent as <c>x-acs-action</c>.</summary>
    public string Name { get; }

    /// <summary>HTTP method in upper case.</summary>
    public string Method { get; }

    /// <summary>Path with placeholders in braces.</summary>
    public string Path { get; }

    /// <summary>Whether it may be repeated.</summary>
    public Idempotency Idempotency { get; }

    /// <summary>Every parameter and where it travels.</summary>
    public IReadOnlyDictionary<string, ParameterPosition> Parameters => _parameters;

    internal string[] Segments => Path.Substring(1).Split('/');

    internal Operation Query(params string[] names) => Add(ParameterPosition.Query, names);

    internal Operation Form(params string[] names) => Add(ParameterPosition.Form, names);

    internal static bool IsPlaceholder(string segment) => segment.Length > 2 && segment[0] == '{';

    private Operation Add(ParameterPosition position, string[] names)
    {
        foreach (var name in names)
            _parameters.Add(name, position);
        return this;
    }
}
