using System.Collections;
using System.Management.Automation;
using System.Reflection;
using Bdrc.Text;

namespace Bdrc.Views;

/// <summary>
/// The place where texts of the service are made safe to show. A name may contain terminal control sequences, direction marks or
/// other invisible characters. Such a text becomes a string whose display method escapes them, so that every view, also
/// <c>Format-List *</c> and a selected property, shows them. Its value is the text of the service: comparisons, conversion to
/// string, JSON and CLIXML are unchanged. Objects without such a text, almost all, are left as they are.
/// </summary>
public static class DisplayText
{
    private static readonly MethodInfo DisplayMethod = typeof(DisplayText).GetMethod(nameof(Display))!;

    /// <summary>The escaped text. PowerShell calls it as the ToString method of a guarded string.</summary>
    /// <param name="instance">The string.</param>
    public static string Display(PSObject instance) => TextSanitizer.WholeOf(instance?.BaseObject as string);

    /// <summary>Makes an object safe to show; called for everything that leaves the module.</summary>
    /// <param name="value">An object of this module, a string, plain values, or anything else, which stays as it is.</param>
    /// <returns>A guarded string for a harmful one, otherwise the same object.</returns>
    internal static object? Guard(object? value)
    {
        switch (value)
        {
            case BdrcObject { HasHarmlessText: true }:
                return value;
            case string text:
                // Without the cast, PSObject's conversion from string would wrap harmless texts too.
                return TextSanitizer.IsHarmless(text) ? (object)text : GuardText(text);
            case BdrcObject or BdrcIdentity or BdrcContext or BdrcException:
                GuardProperties(value);
                return value;
            default:
                return value;
        }
    }

    private static PSObject GuardText(string text)
    {
        var guarded = new PSObject(text);
        guarded.Members.Add(new PSCodeMethod(nameof(ToString), DisplayMethod));
        return guarded;
    }

    private static void GuardProperties(object value)
    {
        var target = PSObject.AsPSObject(value);
        foreach (var property in value.GetType().GetProperties())
        {
            // The base properties of an exception are texts of this module or of .NET, with intended line breaks.
            if (property.DeclaringType != typeof(Exception) && target.Members[property.Name] is not PSNoteProperty)
                GuardProperty(target, property.Name, property.GetValue(value));
        }
    }

    /// <summary>Makes a deserialized object safe to show: from a job, a remote session or CLIXML.</summary>
    /// <param name="value">The object, whose properties are deserialized values.</param>
    internal static void GuardDeserialized(PSObject value)
    {
        var isException = value.TypeNames.Contains("Deserialized.System.Exception");
        foreach (var property in value.Properties.ToList())
        {
            if (!isException || typeof(BdrcException).GetProperty(property.Name)?.DeclaringType != typeof(Exception))
                GuardProperty(value, property.Name, property.Value);
        }
    }

    // An instance member of the same name precedes the property of the type. PowerShell keeps it with the object, in whatever
    // PSObject it is wrapped later.
    private static void GuardProperty(PSObject target, string name, object? own)
    {
        var guarded = GuardValue(own);
        if (ReferenceEquals(own, guarded))
            return;
        if (target.Members[name] is PSNoteProperty note)
            note.Value = guarded;
        else
            target.Members.Add(new PSNoteProperty(name, guarded));
    }

    /// <summary>Makes a value safe to show, also inside lists and dictionaries.</summary>
    /// <param name="value">Any value.</param>
    internal static object? GuardValue(object? value)
    {
        // A deserialized list, dictionary or object without a type is inside a PSObject.
        var content = value is PSObject wrapped ? wrapped.BaseObject : value;
        switch (content)
        {
            case PSCustomObject:
                GuardDeserialized((PSObject)value!);
                return value;
            case IDictionary fields:
                return GuardFields(fields) ?? value;
            case IEnumerable items and not string:
                return GuardItems(items) ?? value;
            default:
                return Guard(content) is PSObject guarded ? guarded : value;
        }
    }

    // Null when all fields are harmless.
    private static Dictionary<string, object?>? GuardFields(IDictionary fields)
    {
        var isChanged = false;
        var guarded = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry field in fields)
        {
            var name = TextSanitizer.Of((string)field.Key);
            guarded[name] = GuardValue(field.Value);
            isChanged |= !ReferenceEquals(name, field.Key) || !ReferenceEquals(guarded[name], field.Value);
        }

        return isChanged ? guarded : null;
    }

    // Null when all items are harmless.
    private static object?[]? GuardItems(IEnumerable items)
    {
        var own = items.Cast<object?>().ToArray();
        var guarded = Array.ConvertAll(own, GuardValue);
        return own.Zip(guarded, ReferenceEquals).All(static isSame => isSame) ? null : guarded;
    }
}
