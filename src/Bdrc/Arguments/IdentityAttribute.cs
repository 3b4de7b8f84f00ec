using System.Collections;
using System.Management.Automation;
using Bdrc.Text;

namespace Bdrc.Arguments;

/// <summary>
/// Lets an identifier parameter take what carries the identifier: text, an object of this module, one that went through
/// Export-Clixml or a remote session, a CSV row, a hashtable. Without it the engine would bind the object's text.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class IdentityAttribute : ArgumentFormatAttribute
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
    protected override string Allowed => Strings.FormIdentity.FormatInvariant(PropertyName);

    /// <inheritdoc/>
    protected override object? Read(object value, object given)
    {
        var wrapped = PSObject.AsPSObject(given);
        if (wrapped.BaseObject is string text)
            return text;
        if (wrapped.BaseObject is IDictionary dictionary)
            return dictionary[PropertyName];
        return wrapped.Properties[PropertyName]?.Value ?? (wrapped.BaseObject.GetType().IsPrimitive ? given : null);
    }

    /// <inheritdoc/>
    protected override ArgumentTransformationMetadataException Refusal(string message, object? given)
    {
        // The engine goes on to the next parameter when, and only when, the inner cause is a failed cast.
        return YieldsToOthers && given is not null
            ? new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message))
            : base.Refusal(message, given);
    }
}
