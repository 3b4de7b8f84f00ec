using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Bdrc.Text;

namespace Bdrc.Completion;

/// <summary>
/// Completes the values of every parameter that has known ones. The service accepts others too, so completion refuses nothing.
/// Windows PowerShell creates a completer without arguments; it finds its values by the names of command and parameter.
/// </summary>
internal sealed class ValueCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = (wordToComplete ?? string.Empty).Trim('\'', '"');
        return KnownValues.Of(commandName, parameterName)
            .Where(value => value.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            .Select(value => new CompletionResult(
                Quote(value),
                TextSanitizer.Of(value),
                CompletionResultType.ParameterValue,
                TextSanitizer.Of(KnownValues.Describe(parameterName, value))));
    }

    /// <summary>Returns the value in quotes when PowerShell would not parse it as one word.</summary>
    private static string Quote(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (!char.IsLetterOrDigit(value[i]) && (i == 0 ? "/" : ".:/_-").IndexOf(value[i]) < 0)
                return "'" + CodeGeneration.EscapeSingleQuotedStringContent(value) + "'";
        }

        return value;
    }
}
