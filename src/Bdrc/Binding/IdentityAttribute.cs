using System.Collections;
using System.Management.Automation;
using Bdrc.Text;

namespace Bdrc.Binding;

/// <summary>
/// Lets an identifier parameter take what carries the identifier: text, an object of this module, one that went through
/// Export-Clixml or a remote session, a CSV row, a hashtable. Without it the engine would bind the object's text.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdentityAttribute : ArgumentTransformationAttribute
{
    /// <summary>Names the property that holds the identifier.</summary>
    /// <param name="propertyName">Its API name.</param>
    public IdentityAttribute(string propertyName) => PropertyName = propertyName;

    /// <summary>The property that holds the identifier.</summary>
    public string PropertyName { get; }

    /// <summary>
    /// Whether an object without that property is left to the command's other parameters. Where there are none, the object is
    /// refused by name instead, which tells the user more.
    /// </summary>
    public bool YieldsToOthers { get; set; }

    /// <inheritdoc/>
    public override object? Transform(EngineIntrinsics engineIntrinsics, object? inputData)
    {
        var value = inputData is PSObject wrapped && wrapped.BaseObject is not PSCustomObject ? wrapped.BaseObject : inputData;
        if (value is IList list)
        {
            var ids = new object?[list.Count];
            for (var i = 0; i < ids.Length; i++)
                ids[i] = Identify(list[i]);
            return ids;
        }

        return Identify(inputData);
    }

    private object? Identify(object? item)
    {
        if (item is null)
            return null;

        var wrapped = PSObject.AsPSObject(item);
        if (wrapped.BaseObject is string text)
            return text;
        if (wrapped.BaseObject is IDictionary dictionary)
            return dictionary[PropertyName] ?? throw Refuse(item);
        if (wrapped.Properties[PropertyName]?.Value is { } value)
            return value;
        return wrapped.BaseObject.GetType().IsPrimitive ? item : throw Refuse(item);
    }

    private ArgumentTransformationMetadataException Refuse(object item)
    {
        var typeName = PSObject.AsPSObject(item).TypeNames is [var first, ..] ? first : item.GetType().Name;
        var message = Messages.IdentityMissing.Fill(typeName, PropertyName);

        // The engine goes on to the next parameter when, and only when, the inner cause is a failed cast.
        return YieldsToOthers
            ? new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message))
            : new ArgumentTransformationMetadataException(message);
    }
}
