using System.Collections;
using System.Management.Automation;

namespace Bdrc.Arguments;

/// <summary>Tells a parameter the user typed from one that $PSDefaultParameterValues adds to every command it fits.</summary>
internal static class DefaultValues
{
    /// <summary>Whether the parameter may have come from there; an entry is <c>command:parameter</c>, both with wildcards.</summary>
    /// <param name="command">The command.</param>
    /// <param name="parameter">The parameter's name.</param>
    public static bool Set(this PSCmdlet command, string parameter)
    {
        if (command.GetVariableValue("PSDefaultParameterValues") is not IDictionary { Count: > 0 } defaults)
            return false;

        foreach (var key in defaults.Keys)
        {
            if (key is string entry && entry.LastIndexOf(':') is var colon and > 0
                && Matches(entry.Substring(0, colon), command.MyInvocation.MyCommand.Name)
                && Names(command, parameter).Exists(name => Matches(entry.Substring(colon + 1), name)))
            {
                return true;
            }
        }

        return false;
    }

    private static List<string> Names(PSCmdlet command, string parameter)
    {
        var names = new List<string> { parameter };
        if (command.MyInvocation.MyCommand.Parameters.TryGetValue(parameter, out var declared))
            names.AddRange(declared.Aliases);
        return names;
    }

    private static bool Matches(string pattern, string name) =>
        new WildcardPattern(pattern.Trim().Trim('\'', '"'), WildcardOptions.IgnoreCase).IsMatch(name);
}
