using System.Globalization;
using Bdrc.Sandbox.Errors;

namespace Bdrc.Sandbox.Contract;

/// <summary>The parameters of a request, checked against the contract as the platform checks them.</summary>
internal sealed class RequestValues
{
    private readonly Dictionary<string, string> _values;

    private RequestValues(ContractOperation operation, Dictionary<string, string> values)
    {
        Operation = operation;
        _values = values;
    }

    public ContractOperation Operation { get; }

    /// <summary>The value of a parameter; null when it is missing or empty.</summary>
    public string? this[string name] => _values.TryGetValue(name, out var value) ? value : null;

    /// <summary>All values.</summary>
    public IEnumerable<KeyValuePair<string, string>> All => _values;

    /// <summary>The effective page size, 1 to 500.</summary>
    public int PageSize => Number("MaxResults") is { } size ? (int)Math.Min(size, 500) : 10;

    /// <summary>The value of a whole-number parameter; null when it is missing.</summary>
    public long? Number(string name) => this[name] is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>The error for a value that the contract allows but the operation does not.</summary>
    public PlatformException Invalid(string name, string why) => Operation.Find(name)!.Invalid(this[name] ?? string.Empty, why);

    /// <summary>Finds the operation of a request and checks its parameters.</summary>
    /// <param name="request">The request.</param>
    /// <param name="onOperation">Called with the operation before its parameters are checked.</param>
    public static RequestValues Read(SandboxRequest request, Action<ContractOperation> onOperation)
    {
        var (path, query) = RequestTarget.Split(request.RawTarget);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var operation = ApiContract.Instance.Route(request.Method, RequestTarget.DecodePath(path), request.Action, values);
        onOperation(operation);

        Add(operation, RequestTarget.DecodePairs(query), "query", values);
        Add(operation, FormBody.Read(operation, request), "body", values);
        foreach (var parameter in operation.Parameters)
            Check(parameter, values);
        return new RequestValues(operation, values);
    }

    private static void Add(
        ContractOperation operation, List<KeyValuePair<string, string>> pairs, string position, Dictionary<string, string> values)
    {
        foreach (var pair in pairs)
        {
            if (operation.Find(pair.Key) is not { } parameter)
                throw Error($"{operation.Name} has no parameter {pair.Key}.");
            if (parameter.Position != position)
                throw Error($"{pair.Key} belongs into the {parameter.Position}, not into the {position}.");
            if (values.ContainsKey(pair.Key))
                throw Error($"{pair.Key} was sent more than once.");
            values.Add(pair.Key, pair.Value);

            PlatformException Error(string message) => new(400, "InvalidParameter." + pair.Key, message);
        }
    }

    private static void Check(ContractParameter parameter, Dictionary<string, string> values)
    {
        if (values.TryGetValue(parameter.Name, out var value) && value.Length > 0)
        {
            values[parameter.Name] = parameter.Check(value);
            return;
        }

        if (parameter.Required)
            throw new PlatformException(400, "Missing" + parameter.Name, $"{parameter.Name} is mandatory for this action.");
        values.Remove(parameter.Name);
    }
}
