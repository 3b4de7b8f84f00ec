using System.Collections;
using System.Management.Automation;

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

    private ArgumentTransformationMetadataException Refuse(object item) =>
        new($"An object of type {item.GetType().Name} was given where a {PropertyName} is needed, and it has no property {PropertyName}. Give the id as text, or an object that has one.");
}
