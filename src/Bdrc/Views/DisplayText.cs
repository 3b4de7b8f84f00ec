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

    // An instance member of the same name precedes the property of the type. PowerShell keeps it with the object, in whatever
    // PSObject it is wrapped later.
    private static void GuardProperties(object value)
    {
        var target = PSObject.AsPSObject(value);
        foreach (var property in value.GetType().GetProperties())
        {
            // The base properties of an exception are texts of this module or of .NET, with intended line breaks.
            if (property.DeclaringType?.Assembly != typeof(BdrcObject).Assembly || target.Members[property.Name] is PSNoteProperty)
                continue;
            var own = property.GetValue(value);
            var guarded = GuardValue(own);
            if (!ReferenceEquals(own, guarded))
                target.Members.Add(new PSNoteProperty(property.Name, guarded));
        }
    }

    /// <summary>Makes a value safe to show, also inside lists and dictionaries.</summary>
    /// <param name="value">Any value.</param>
    internal static object? GuardValue(object? value) => value switch
    {
        IDictionary<string, object?> fields => GuardFields(fields),
        IEnumerable items and not string => GuardItems(items),
        _ => Guard(value),
    };

    private static object GuardFields(IDictionary<string, object?> fields)
    {
        var guarded = fields.ToDictionary(
            static field => TextSanitizer.Of(field.Key), static field => GuardValue(field.Value), StringComparer.OrdinalIgnoreCase);
        return fields.All(field => guarded.TryGetValue(field.Key, out var value) && ReferenceEquals(value, field.Value)) ? fields : guarded;
    }

    private static object GuardItems(IEnumerable items)
    {
        var own = items.Cast<object?>().ToArray();
        var guarded = Array.ConvertAll(own, GuardValue);
        return own.Zip(guarded, ReferenceEquals).All(static isSame => isSame) ? items : guarded;
    }
}
