using System.Globalization;
using System.Text.Json;
using Bdrc.Sandbox.Errors;

namespace Bdrc.Sandbox.Contract;

/// <summary>One parameter of an operation, as the contract describes it.</summary>
internal sealed class ContractParameter
{
    private readonly string _type;
    private readonly bool _isClamped;
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
        _isClamped = json.TryGetProperty("outOfRange", out var outOfRange) && outOfRange.GetString() == "clamp";
        var isInt64 = json.TryGetProperty("format", out var format) && format.GetString() == "int64";

        // A limit of the API documentation wins over one of the gateway's metadata. A page has at least one record.
        var defaultMinimum = Name == "MaxResults" ? 1 : isInt64 ? long.MinValue : int.MinValue;
        _minimum = Number(json, "min") ?? Number(json, "metadataMin") ?? defaultMinimum;
        _maximum = Number(json, "max") ?? Number(json, "metadataMax") ?? (isInt64 ? long.MaxValue : int.MaxValue);
        _allowed = ValueSchema.ClosedSet(json);
        _array = _type == "array" ? new ValueSchema(json) : null;
    }

    public string Name { get; }

    /// <summary><c>path</c>, <c>query</c> or <c>body</c>.</summary>
    public string Position { get; }

    public bool Required { get; }

    /// <summary>Checks a value that is not empty.</summary>
    /// <returns>The effective value: a number out of range is clamped where the contract says so.</returns>
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

    /// <summary>The error for a value.</summary>
    public PlatformException Invalid(string value, string why) =>
        new(400, "Invalid" + Name, $"The value '{value}' of {Name} is not valid: {why}");

    private string CheckNumber(string value)
    {
        if (!long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            throw Invalid(value, "a whole number is allowed.");

        var clamped = Math.Max(_minimum, Math.Min(_maximum, number));
        if (clamped != number && !_isClamped)
            throw Invalid(value, string.Format(CultureInfo.InvariantCulture, "{0} to {1} is allowed.", _minimum, _maximum));
        return clamped.ToString(CultureInfo.InvariantCulture);
    }

    private void CheckArray(string value)
    {
        string? error;
        try
        {
            using var document = JsonDocument.Parse(value);
            error = _array!.FindError(document.RootElement, Name);
        }
        catch (JsonException)
        {
            error = "it is not JSON.";
        }

        if (error is not null)
            throw Invalid(value, error);
    }

    private static long? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetInt64() : null;
}
