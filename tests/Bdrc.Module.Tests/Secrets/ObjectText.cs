using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Text;
using System.Text.Json;

namespace Bdrc.Module.Tests.Secrets;

/// <summary>All that can be seen of an object: every property as <c>Format-List *</c> shows it, its text, CliXml and JSON.</summary>
internal sealed class ObjectText
{
    private const int Deepest = 5;

    /// <summary>What the engine keeps of the user's own input; no module decides about it.</summary>
    private static readonly HashSet<string> Foreign = new(StringComparer.Ordinal) { "BoundParameters", "UnboundArguments", "MyCommand", "Runspace", "Debugger" };

    private readonly StringBuilder _text = new();
    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>All of some objects; what several of them share is written once.</summary>
    public static string Of(IEnumerable<object?> values)
    {
        var all = new ObjectText();
        foreach (var value in values)
            all.Append(value, 0);
        return all._text.ToString();
    }

    /// <summary>CliXml and both sorts of JSON; an object that refuses one is left to the others.</summary>
    public static string Serialised(object value)
    {
        var bare = value is PSObject wrapped ? wrapped.BaseObject : value;
        if (bare is Job or ErrorRecord)
        {
            // As deep as Export-Clixml goes: deeper down an exception holds the method that threw it, and that all of its assembly.
            return PSSerializer.Serialize(value);
        }

        var text = new StringBuilder(PSSerializer.Serialize(value, Deepest));
        try
        {
            text.AppendLine().Append(JsonSerializer.Serialize(bare, bare.GetType()));
        }
        catch (Exception refusal) when (refusal is NotSupportedException or JsonException or InvalidOperationException)
        {
            text.Append(refusal);
        }

        return text.ToString();
    }

    private void Append(object? value, int depth)
    {
        var bare = value is PSObject wrapped ? wrapped.BaseObject : value;
        if (bare is null or Type or Assembly or MemberInfo or Delegate or Runspace or CommandInfo)
            return;
        _text.AppendLine(Try(bare.ToString)?.ToString());
        if (bare is string || bare.GetType().IsPrimitive || depth >= Deepest || (!bare.GetType().IsValueType && !_seen.Add(bare)))
            return;
        if (bare is IDictionary pairs)
        {
            foreach (DictionaryEntry pair in pairs)
            {
                Append(pair.Key, depth + 1);
                Append(pair.Value, depth + 1);
            }
        }
        else if (bare is IEnumerable items)
        {
            foreach (var item in items)
                Append(item, depth + 1);
        }

        foreach (var property in PSObject.AsPSObject(value!).Properties)
        {
            if (Foreign.Contains(property.Name))
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
            // What a getter throws is seen as well.
            return failure.ToString();
        }
    }
}
