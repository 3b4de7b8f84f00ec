using System.Globalization;
using System.Text.Json;
using Bdrc.Sandbox.Errors;
using Bdrc.Sandbox.Rules;

namespace Bdrc.Sandbox.Contract;

/// <summary>One parameter of an operation, as the contract describes it.</summary>
internal sealed class ContractParameter
{
    private readonly string _type;
    private readonly bool _clamped;
    private readonly long _minimum;
    private readonly long _maximum;
    private readonly HashSet<string>? _allowed;
    private readonly ValueSchema? _array;

    public ContractParameter(JsonElement json)
    {
        Name = json.GetProperty("name").GetString()!;
        Position = json.GetProperty("in").GetString()!;
        Required = json.TryGetProperty("required", out var required) && required.GetBoolean();
        _type = json.GetProperty("type").GetString()!;
        _clamped = json.TryGetProperty("outOfRange", out var outOfRange) && outOfRange.GetString() == "clamp";
        var wide = json.TryGetProperty("format", out var format) && format.GetString() == "int64";

        // Where only the gateway's metadata names a limit, that limit holds; a page has at least one record in any case.
        _minimum = Number(json, "min") ?? Number(json, "metadataMin") ?? (Name == "MaxResults" ? 1 : wide ? long.MinValue : int.MinValue);
        _maximum = Number(json, "max") ?? Number(json, "metadataMax") ?? (wide ? long.MaxValue : int.MaxValue);
        _allowed = ValueSchema.ClosedSet(json);
        _array = _type == "array" ? new ValueSchema(json) : null;
    }

    public string Name { get; }

    /// <summary><c>path</c>, <c>query</c> or <c>body</c>.</summary>
    public string Position { get; }

    public bool Required { get; }

    /// <summary>Checks a value that is not empty.</summary>
    /// <returns>The value in effect: a number out of range is moved into it where the contract says so.</returns>
    /// <exception cref="PlatformException">The value is not allowed.</exception>
    public string Check(string value)
    {
        switch (_type)
        {
            case "integer":
                return CheckNumber(value);
            case "boolean" when value is not ("true" or "false"):
                throw Invalid(value, "true or false is allowed.");
            case "array":
                CheckArray(value);
                break;
            default:
                if (_allowed is not null && !_allowed.Contains(value))
                    throw Invalid(value, $"one of {string.Join(", ", _allowed)} is allowed.");
                break;
        }

        return value;
    }

    /// <summary>The refusal of a value.</summary>
    public PlatformException Invalid(string value, string why) =>
        new(400, "Invalid" + Name, $"The value '{value}' of {Name} is not valid: {why}");

    private string CheckNumber(string value)
    {
        if (!long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            throw Invalid(value, "a whole number is allowed.");

        var nearest = Math.Max(_minimum, Math.Min(_maximum, number));
        if (nearest != number && !_clamped)
            throw Invalid(value, string.Format(CultureInfo.InvariantCulture, "{0} to {1} is allowed.", _minimum, _maximum));
        return nearest.ToString(CultureInfo.InvariantCulture);
    }

    private void CheckArray(string value)
    {
        string? fault;
        try
        {
            using var document = JsonDocument.Parse(value);
            fault = _array!.Fault(document.RootElement, Name);
        }
        catch (JsonException)
        {
            fault = "it is not JSON.";
        }

        if (fault is not null)
            throw Invalid(value, fault);
    }

    private static long? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;
}
