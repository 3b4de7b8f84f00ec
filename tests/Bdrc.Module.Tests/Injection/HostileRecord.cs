using System.Collections;
using System.Management.Automation;

namespace Bdrc.Module.Tests.Injection;

/// <summary>A record of the service in which every text is hostile to a terminal.</summary>
internal static class HostileRecord
{
    /// <summary>An OSC title, colors, cursor movement, C1, DEL, NUL, a line break and direction marks.</summary>
    public const string Text =
        "x\u001b]0;owned\u0007\u001b[31m\u001b[2J\u009b31m\u009d0;owned\u009c\u007f\0\r\n\u202Etxt\u2066\u2028\u200By";

    /// <summary>The fields of a response for a type of the module, nested types included, and a field that it does not know.</summary>
    public static Dictionary<string, object> Of(Type type)
    {
        var fields = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["new" + Text] = new { inner = Text, items = new[] { Text } },
        };
        foreach (var property in type.GetProperties().Where(property => property.CanWrite))
        {
            if (ValueOf(property.PropertyType) is { } value)
                fields[property.Name] = value;
        }

        return fields;
    }

    /// <summary>Fails when a view of the object could show a text as it came.</summary>
    public static void AssertShownEscaped(PSObject shown)
    {
        foreach (var property in shown.Properties)
            Assert.All(Leaves(property.Value), leaf => Assert.DoesNotContain(leaf, CmdletInjectionTests.IsHarmful));
        Assert.DoesNotContain(shown.ToString(), CmdletInjectionTests.IsHarmful);
    }

    private static object? ValueOf(Type type) => type switch
    {
        _ when type == typeof(string) => Text,
        _ when type == typeof(IList<string>) => new[] { Text },
        { BaseType.Name: "BdrcObject" } => Of(type),
        { IsGenericType: true } when type.GetGenericTypeDefinition() == typeof(IList<>) => new[] { Of(type.GetGenericArguments()[0]) },
        _ => null,
    };

    // PowerShell's formatting shows the ToString of a value and of each item of a list.
    private static IEnumerable<string> Leaves(object? value) => value switch
    {
        null => [],
        string text => [text],
        PSObject { BaseObject: string } guarded => [guarded.ToString()],
        PSObject { BaseObject: IEnumerable items } => Leaves(items),
        PSObject wrapped => wrapped.Properties.SelectMany(property => Leaves(property.Value).Append(property.Name))
            .Append(wrapped.ToString()),
        IDictionary fields => fields.Keys.Cast<object>().Select(key => key.ToString()!)
            .Concat(fields.Values.Cast<object>().SelectMany(Leaves)),
        IEnumerable items => items.Cast<object?>().SelectMany(Leaves),
        _ when value.GetType().BaseType?.Name == "BdrcObject" =>
            PSObject.AsPSObject(value).Properties.SelectMany(property => Leaves(property.Value)).Append(value.ToString()!),
        _ => [value.ToString()!],
    };
}
