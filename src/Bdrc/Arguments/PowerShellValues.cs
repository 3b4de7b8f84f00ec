using System.Collections;
using System.Management.Automation;

namespace Bdrc.Arguments;

/// <summary>Values on their way between PowerShell and plain ones: strings, numbers, booleans, arrays, dictionaries.</summary>
internal static class PowerShellValues
{
    /// <summary>Plain values as objects that PowerShell can dot into.</summary>
    public static object? ToPowerShell(object? value)
    {
        switch (value)
        {
            case IDictionary<string, object?> fields:
                var result = new PSObject();
                foreach (var field in fields)
                    result.Properties.Add(new PSNoteProperty(field.Key, ToPowerShell(field.Value)));
                return result;
            case object?[] items:
                return Array.ConvertAll(items, ToPowerShell);
            default:
                return value;
        }
    }

    /// <summary>What a user wrote in PowerShell as plain values: hashtables and objects become dictionaries.</summary>
    public static object? ToPlain(object? value)
    {
        var inner = value is PSObject wrapped ? wrapped.BaseObject : value;
        switch (inner)
        {
            case null or string:
                return inner;
            case IDictionary fields:
                return ToFields(fields);
            case IEnumerable items:
                var list = new List<object?>();
                foreach (var item in items)
                    list.Add(ToPlain(item));
                return list.ToArray();
            case PSCustomObject or BdrcObject:
                return ToFields(PSObject.AsPSObject(value!));
            default:
                return inner;
        }
    }

    /// <summary>The fields of a hashtable.</summary>
    public static IDictionary<string, object?> ToFields(IDictionary fields)
    {
        var plain = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (DictionaryEntry field in fields)
            plain[LanguagePrimitives.ConvertTo<string>(field.Key)] = ToPlain(field.Value);
        return plain;
    }

    private static Dictionary<string, object?> ToFields(PSObject item)
    {
        var plain = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in item.Properties)
            plain[property.Name] = ToPlain(property.Value);
        return plain;
    }
}
