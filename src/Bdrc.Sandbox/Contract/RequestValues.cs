using System.Globalization;
using Bdrc.Sandbox.Errors;

namespace Bdrc.Sandbox.Contract;

/// <summary>The parameters of a request, held against the contract: what is not allowed is refused as the platform does.</summary>
internal sealed class RequestValues
{
    private readonly Dictionary<string, string> _values;

    private RequestValues(ContractOperation operation, Dictionary<string, string> values)
    {
        Operation = operation;
        _values = values;
    }

    public ContractOperation Operation { get; }

    /// <summary>The value of a parameter; null when it was not sent, or sent empty.</summary>
    public string? this[string name] => _values.TryGetValue(name, out var value) ? value : null;

    /// <summary>All values, for a comparison of two requests.</summary>
    public IEnumerable<KeyValuePair<string, string>> All => _values;

    /// <summary>The page size in effect, 1 to 500.</summary>
    public int PageSize => Number("MaxResults") is { } size ? (int)Math.Min(size, 500) : 10;

    /// <summary>The value of a whole-number parameter; null when it was not sent.</summary>
    public long? Number(string name) => this[name] is { } text ? long.Parse(text, CultureInfo.InvariantCulture) : null;

    /// <summary>The refusal of a value that the contract allows and the operation does not.</summary>
    public PlatformException Invalid(string name, string why) => Operation.Find(name)!.Invalid(this[name] ?? string.Empty, why);

    /// <summary>Finds the operation of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="found">Called with the operation before its parameters are looked at.</param>
    public static RequestValues Read(SandboxRequest request, Action<ContractOperation> found)
    {
        var (path, query) = Target.Split(request.RawTarget);
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var operation = ApiContract.Instance.Route(request.Method, Target.DecodePath(path), request.Action, values);
        found(operation);

        Take(operation, Target.DecodePairs(query), "query", values);
        Take(operation, FormBody.Read(operation, request), "body", values);
        foreach (var parameter in operation.Parameters)
            Check(parameter, values);
        return new RequestValues(operation, values);
    }

    private static void Take(
        ContractOperation operation, List<KeyValuePair<string, string>> pairs, string position, Dictionary<string, string> values)
    {
        foreach (var pair in pairs)
        {
            if (operation.Find(pair.Key) is not { } parameter)
                throw new PlatformException(400, "InvalidParameter." + pair.Key, $"{operation.Name} has no parameter {pair.Key}.");
            if (parameter.Position != position)
                throw new PlatformException(400, "InvalidParameter." + pair.Key, $"{pair.Key} belongs into the {parameter.Position}, not into the {position}.");
            if (values.ContainsKey(pair.Key))
                throw new PlatformException(400, "InvalidParameter." + pair.Key, $"{pair.Key} was sent more than once.");
            values.Add(pair.Key, pair.Value);
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
