using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;

namespace Bdrc.Completion;

/// <summary>Offers known values of an open set: the service decides about others, so nothing is refused here.</summary>
public abstract class ValueCompleter : IArgumentCompleter
{
    /// <summary>The known values.</summary>
    protected abstract IEnumerable<string> Values { get; }

    /// <summary>What a value means, shown beside the list.</summary>
    /// <param name="value">One of the known values.</param>
    protected virtual string Describe(string value) => value;

    /// <inheritdoc/>
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName,
        string parameterName,
        string wordToComplete,
        CommandAst commandAst,
        IDictionary fakeBoundParameters)
    {
        var word = (wordToComplete ?? string.Empty).Trim('\'', '"');
        foreach (var value in Values)
        {
            if (value.StartsWith(word, StringComparison.OrdinalIgnoreCase))
                yield return new CompletionResult(AsArgument(value), value, CompletionResultType.ParameterValue, Describe(value));
        }
    }

    /// <summary>As it must be typed: quoted when the shell would read more than a word into it.</summary>
    private static string AsArgument(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsLetterOrDigit(value[i]) && (i == 0 ? "/" : ".:/_-").IndexOf(value[i]) < 0)
                return "'" + CodeGeneration.EscapeSingleQuotedStringContent(value) + "'";
        }

        return value;
    }
}
