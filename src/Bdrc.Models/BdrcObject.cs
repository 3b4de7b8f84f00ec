namespace Bdrc;

/// <summary>The base of every object that the service describes.</summary>
public abstract class BdrcObject
{
    private Dictionary<string, object?>? _additionalProperties;

    /// <summary>
    /// Fields that the service sent and this version of the module does not know, by their API name. Never null; empty
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
