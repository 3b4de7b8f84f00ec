using System.Text.Json;

namespace Bdrc.Sandbox.Contract;

/// <summary>One operation, as the contract describes it.</summary>
internal sealed class ContractOperation
{
    private readonly string[] _segments;
    private readonly Dictionary<string, ContractParameter> _byName = new(StringComparer.Ordinal);

    public ContractOperation(JsonElement json)
    {
        Name = json.GetProperty("name").GetString()!;
        Method = json.GetProperty("method").GetString()!;
        _segments = json.GetProperty("path").GetString()!.Substring(1).Split('/');
        HasData = json.GetProperty("response").GetProperty("properties").TryGetProperty("Data", out _);
        foreach (var parameter in json.GetProperty("parameters").EnumerateArray())
        {
            var definition = new ContractParameter(parameter);
            _byName.Add(definition.Name, definition);
            HasForm |= definition.Position == "body";
        }
    }

    public string Name { get; }

    public string Method { get; }

    /// <summary>Whether the response has a <c>Data</c> member besides the request id.</summary>
    public bool HasData { get; }

    /// <summary>Whether any parameter is sent in the body.</summary>
    public bool HasForm { get; }

    public IEnumerable<ContractParameter> Parameters => _byName.Values;

    /// <summary>Whether a path belongs to this operation; adds the values of its placeholders.</summary>
    public bool Matches(string[] segments, IDictionary<string, string> values)
    {
        if (segments.Length != _segments.Length)
            return false;

        for (var i = 0; i < segments.Length; i++)
        {
            if (!IsPlaceholder(i) && !string.Equals(_segments[i], segments[i], StringComparison.Ordinal))
                return false;
        }

        for (var i = 0; i < segments.Length; i++)
        {
            if (IsPlaceholder(i))
                values[_segments[i].Trim('{', '}')] = segments[i];
        }

        return true;
    }

    public ContractParameter? Find(string name) => _byName.TryGetValue(name, out var parameter) ? parameter : null;

    private bool IsPlaceholder(int index) => _segments[index][0] == '{';
}
