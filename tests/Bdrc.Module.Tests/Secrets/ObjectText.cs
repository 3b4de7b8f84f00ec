using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Bdrc.Module.Tests.Secrets;

/// <summary>All visible text of an object: every property as <c>Format-List *</c> shows it, its string, CliXml and JSON.</summary>
internal sealed class ObjectText
{
    private const int MaxDepth = 5;

    /// <summary>Properties in which the engine keeps the user's own input; a module cannot change them.</summary>
    private static readonly HashSet<string> EngineProperties =
        new(StringComparer.Ordinal) { "BoundParameters", "UnboundArguments", "MyCommand", "Runspace", "Debugger" };

    private readonly StringBuilder _text = new();
    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>The text of several objects; what they share is written once.</summary>
    public static string Of(IEnumerable<object?> values)
    {
        var all = new ObjectText();
        foreach (var value in values)
            all.Append(value, 0);
        return all._text.ToString();
    }

    /// <summary>CliXml and JSON; an object that one format does not support is written in the other.</summary>
    public static string Serialize(object value)
    {
        var target = value is PSObject wrapped ? wrapped.BaseObject : value;
        if (target is Job or ErrorRecord)
        {
            // The default depth: at a greater one an exception includes the method that threw it, and through it the whole assembly.
            return PSSerializer.Serialize(value);
        }

        var text = new StringBuilder(PSSerializer.Serialize(value, MaxDepth));
        try
        {
            text.AppendLine().Append(JsonSerializer.Serialize(target, target.GetType()));
        }
        catch (Exception failure) when (failure is NotSupportedException or JsonException or InvalidOperationException)
        {
            text.Append(failure);
        }

        return text.ToString();
    }

    private void Append(object? value, int depth)
    {
        var target = value is PSObject wrapped ? wrapped.BaseObject : value;
        if (target is null or Type or Assembly or MemberInfo or Delegate or Runspace or CommandInfo)
            return;
        _text.AppendLine(Try(target.ToString)?.ToString());
        if (target is string || target.GetType().IsPrimitive || depth >= MaxDepth || (!target.GetType().IsValueType && !_seen.Add(target)))
            return;
        if (target is IDictionary pairs)
        {
            foreach (DictionaryEntry pair in pairs)
            {
                Append(pair.Key, depth + 1);
                Append(pair.Value, depth + 1);
            }
        }
        else if (target is IEnumerable items)
        {
            foreach (var item in items)
                Append(item, depth + 1);
        }

        foreach (var property in PSObject.AsPSObject(value!).Properties)
        {
            if (EngineProperties.Contains(property.Name))
                continue;
            _text.Append(property.Name).Append(" = ");
            Append(Try(() => property.Value), depth + 1);
        }
    }

    private static object? Try(Func<object?> read)
    {
        try
        {
            return read();
        }
        catch (Exception failure)
        {
            // A user sees the error of a getter as well.
            return failure.ToString();
        }
    }
}
