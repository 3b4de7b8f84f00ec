using System.Collections;
using System.Globalization;
using System.Management.Automation;
using System.Security;
using Bdrc.Arguments;

namespace Bdrc.Parameters;

/// <summary>Tells a typed parameter from one that $PSDefaultParameterValues adds to every command that an entry matches.</summary>
internal static class DefaultParameterValues
{
    /// <summary>Whether an entry supplies this value; an entry is <c>command:parameter</c>, both with wildcards.</summary>
    /// <param name="command">The command.</param>
    /// <param name="parameter">The name of the parameter.</param>
    /// <param name="value">The value that was bound.</param>
    public static bool Supply(PSCmdlet command, string parameter, object? value)
    {
        if (command.GetVariableValue("PSDefaultParameterValues") is not IDictionary { Count: > 0 } defaults
            || LanguagePrimitives.IsTrue(defaults["Disabled"]))
        {
            return false;
        }

        var declared = command.MyInvocation.MyCommand.Parameters[parameter];
        foreach (DictionaryEntry entry in defaults)
        {
            if (entry.Key is string key && key.LastIndexOf(':') is var colon and > 0
                && Matches(key.Substring(0, colon), command.MyInvocation.MyCommand.Name)
                && declared.Aliases.Append(parameter).Any(name => Matches(key.Substring(colon + 1), name))
                && IsSame(entry.Value, value, declared))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matches(string pattern, string name) =>
        new WildcardPattern(pattern.Trim().Trim('\'', '"'), WildcardOptions.IgnoreCase).IsMatch(name);

    // Values that cannot be compared count as the same: script blocks run anew, times relative to now, secrets and lists.
    private static bool IsSame(object? supplied, object? bound, ParameterMetadata declared)
    {
        if (supplied is ScriptBlock || bound is DateTimeOffset or SecureString or PSCredential || (bound is IEnumerable and not string))
            return true;

        try
        {
            foreach (var format in declared.Attributes.OfType<ArgumentFormatAttribute>())
                supplied = format.Transform(null!, supplied);
        }
        catch (ArgumentTransformationMetadataException)
        {
            return false;
        }

        return LanguagePrimitives.TryConvertTo(supplied, declared.ParameterType, CultureInfo.InvariantCulture, out var converted)
            && LanguagePrimitives.Equals(converted, bound);
    }
}
