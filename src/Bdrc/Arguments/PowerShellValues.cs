using System.Collections;
using System.Management.Automation;
using Bdrc.Text;
using Bdrc.Views;

namespace Bdrc.Arguments;

/// <summary>Converts between PowerShell objects and plain values: strings, numbers, booleans, arrays and dictionaries.</summary>
internal static class PowerShellValues
{
    /// <summary>Returns a value without its PSObject wrapper; an object that consists of the wrapper alone stays.</summary>
    public static object? Unwrap(object? value) =>
        value is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : value;

    /// <summary>Converts plain values to objects whose properties PowerShell can read.</summary>
    public static object? ToPowerShell(object? value)
    {
        if (value is object?[] items)
            return Array.ConvertAll(items, ToPowerShell);
        if (value is not IDictionary<string, object?> fields)
            return DisplayText.Guard(value);

        var result = new PSObject();
        foreach (var field in fields)
            result.Properties.Add(new PSNoteProperty(TextSanitizer.Of(field.Key), ToPowerShell(field.Value)));
        return result;
    }

    /// <summary>Converts PowerShell objects to plain values: hashtables and objects become dictionaries.</summary>
    public static object? ToPlain(object? value) => Unwrap(value) switch
    {
        string text => text,
        IDictionary fields => ToFields(fields),
        IEnumerable items => items.Cast<object?>().Select(ToPlain).ToArray(),
        PSObject or BdrcObject =>
            ToFields(PSObject.AsPSObject(value!).Properties.Select(static property => (property.Name, (object?)property.Value))),
        var inner => inner,
    };

    /// <summary>Converts a hashtable to a dictionary of plain values.</summary>
    public static IDictionary<string, object?> ToFields(IDictionary fields) => ToFields(
        fields.Cast<DictionaryEntry>().Select(field => (LanguagePrimitives.ConvertTo<string>(field.Key), (object?)field.Value)));

    private static Dictionary<string, object?> ToFields(IEnumerable<(string Name, object? Value)> fields)
    {
        var plain = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var (name, value) in fields)
            plain[name] = ToPlain(value);
        return plain;
    }
}
