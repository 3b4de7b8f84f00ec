using System.Globalization;
using System.Text;
using Bdrc.Core.Json;
using Bdrc.Core.Signing;
using Bdrc.Text;

namespace Bdrc.Core.Operations;

/// <summary>The parameter values of one call, at the positions that the operation describes.</summary>
public sealed class ApiRequest
{
    private readonly Operation _operation;
    private readonly List<KeyValuePair<string, string>> _query = new(4);
    private List<KeyValuePair<string, string>>? _form;
    private string[]? _segments;

    /// <summary>Creates a request without values.</summary>
    /// <param name="operation">The operation to call.</param>
    public ApiRequest(Operation operation) => _operation = operation ?? throw new ArgumentNullException(nameof(operation));

    /// <summary>The operation to call.</summary>
    public Operation Operation => _operation;

    /// <summary>Adds a value; null omits the parameter.</summary>
    /// <param name="name">API name of the parameter.</param>
    /// <param name="value">The value, before encoding.</param>
    /// <exception cref="BdrcException">The value contains an unpaired surrogate.</exception>
    public ApiRequest Add(string name, string? value)
    {
        if (value is null)
            return this;
        if (!_operation.Parameters.TryGetValue(name, out var position))
            throw new ArgumentException($"{_operation.Name} has no parameter {name}.", nameof(name));
        IdentifierValue.CheckText(name, value);

        switch (position)
        {
            case ParameterPosition.Path:
                SetSegment(name, value);
                break;
            case ParameterPosition.Query:
                AddQuery(name, value);
                break;
            default:
                AddForm(name, value);
                break;
        }

        return this;
    }

    /// <summary>Adds a whole number; null omits the parameter.</summary>
    /// <param name="name">API name of the parameter.</param>
    /// <param name="value">The value.</param>
    public ApiRequest Add(string name, long? value) => Add(name, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds an identifier; null omits the parameter.</summary>
    /// <param name="name">API name of the parameter.</param>
    /// <param name="value">An identifier or ARN.</param>
    /// <exception cref="BdrcException">The value is empty, is <c>.</c> or <c>..</c>, or contains control characters.</exception>
    public ApiRequest AddId(string name, string? value)
    {
        if (value is not null)
            IdentifierValue.Check(name, value);
        return Add(name, value);
    }

    /// <summary>Adds a display name; null omits the parameter.</summary>
    /// <param name="name">API name of the parameter.</param>
    /// <param name="value">Any visible text.</param>
    /// <exception cref="BdrcException">The name is blank or contains control characters.</exception>
    public ApiRequest AddName(string name, string? value)
    {
        if (value is not null)
            IdentifierValue.CheckName(name, value);
        return Add(name, value);
    }

    /// <summary>Adds a list as one JSON array; null and an empty list omit the parameter.</summary>
    /// <param name="name">API name of the parameter.</param>
    /// <param name="values">Whole numbers.</param>
    public ApiRequest AddList(string name, IReadOnlyList<long>? values) =>
        values is null || values.Count == 0 ? this : Add(name, JsonText.Write(name, values));

    /// <summary>Adds a list as one JSON array; null omits the parameter, an empty list is sent.</summary>
    /// <param name="name">API name of the parameter.</param>
    /// <param name="values">Identifiers.</param>
    public ApiRequest AddList(string name, IReadOnlyList<string>? values)
    {
        if (values is null)
            return this;
        foreach (var value in values)
            IdentifierValue.Check(name, value);
        return Add(name, JsonText.Write(name, values));
    }

    internal ApiRequest AddQuery(string name, string value)
    {
        _query.Add(new KeyValuePair<string, string>(name, value));
        return this;
    }

    internal ApiRequest AddForm(string name, string value)
    {
        (_form ??= []).Add(new KeyValuePair<string, string>(name, value));
        return this;
    }

    internal string CanonicalPath() =>
        TargetLength.Check(CanonicalTarget.Path(_segments ?? _operation.Segments), () => TargetLength.Placeholder(_operation));

    internal string CanonicalQuery() => TargetLength.Check(CanonicalTarget.Query(_query), () => TargetLength.Longest(_operation, _query));

    internal byte[]? FormBody() => _form is null ? null : Encoding.UTF8.GetBytes(CanonicalTarget.Join(_form));

    private void SetSegment(string name, string value)
    {
        PathValue.Check(name, value);
        _segments ??= [.. _operation.Segments];
        _segments[Array.IndexOf(_segments, "{" + name + "}")] = value;
    }
}
