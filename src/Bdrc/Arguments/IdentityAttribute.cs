using System.Collections;
using System.Management.Automation;
using Bdrc.Text;

namespace Bdrc.Arguments;

/// <summary>
/// An identifier as text or as an object that has it: an object of this module, one from Export-Clixml or a remote session, a
/// CSV row, a hashtable. Without it the engine would convert the object to text.
/// </summary>
/// <param name="propertyName">The property that holds the identifier, as the API names it.</param>
internal sealed class IdentityAttribute(string propertyName) : ArgumentFormatAttribute(new ArgumentFormat(
    () => Strings.FormatIdentity.FormatInvariant(propertyName), (_, given) => Read(PSObject.AsPSObject(given), propertyName)), propertyName)
{
    /// <summary>
    /// Whether the engine tries other parameters for an object without that property. Where there are none, the object is
    /// refused with an error that names this parameter.
    /// </summary>
    public bool YieldsToOthers { get; set; }

    // The engine tries the next parameter only when the inner exception is a failed cast.
    protected override ArgumentTransformationMetadataException CreateRefusal(string message, object? given) =>
        YieldsToOthers && given is not null
            ? new ArgumentTransformationMetadataException(message, new PSInvalidCastException(message))
            : base.CreateRefusal(message, given);

    private static object? Read(PSObject given, string propertyName) => given.BaseObject switch
    {
        string text => text,
        IDictionary dictionary => dictionary[propertyName],
        var value => given.Properties[propertyName]?.Value ?? (value.GetType().IsPrimitive ? given : null),
    };
}

/// <summary>A hashtable of names and values.</summary>
/// <param name="example">A hashtable as one writes it, for the error.</param>
/// <param name="minimum">The least number of pairs.</param>
internal sealed class PairsAttribute(string example, int minimum) : ArgumentFormatAttribute(new ArgumentFormat(
    () => Strings.FormatPairs.FormatInvariant(example),
    (value, _) => value is IDictionary pairs && pairs.Count >= minimum
        && pairs.Keys.Cast<object?>().All(static name => !string.IsNullOrWhiteSpace(name?.ToString()))
            ? pairs
            : null));
