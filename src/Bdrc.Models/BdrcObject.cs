namespace Bdrc;

/// <summary>The base of all objects that the service returns.</summary>
public abstract class BdrcObject
{
    private Dictionary<string, object?>? _additionalProperties;

    /// <summary>
    /// Fields of the response that this version of the module does not know, by API name. Never null; empty
    /// when there are none. Values are strings, numbers, booleans, lists and dictionaries.
    /// </summary>
    public IDictionary<string, object?> AdditionalProperties
    {
        get => _additionalProperties ??= new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        set => _additionalProperties = value is null
            ? null
            : new Dictionary<string, object?>(value, StringComparer.OrdinalIgnoreCase);
    }
}
