using System.Collections;
using System.Management.Automation;
using System.Management.Automation.Language;
using Bdrc.Arguments;
using Bdrc.Text;

namespace Bdrc.Completion;

/// <summary>
/// Completes parameters: the values that are known, or the ids that the service returns. The service accepts other values too,
/// so completion refuses nothing. Windows PowerShell creates a completer without arguments; it finds its values by the names of
/// command and parameter.
/// </summary>
internal sealed class ValueCompleter : IArgumentCompleter
{
    public IEnumerable<CompletionResult> CompleteArgument(
        string commandName, string parameterName, string wordToComplete, CommandAst commandAst, IDictionary fakeBoundParameters)
    {
        var word = (wordToComplete ?? string.Empty).Trim('\'', '"');
        return LiveIds.IsKnown(parameterName)
            ? CompleteId(commandName, parameterName, word, fakeBoundParameters)
            : KnownValues.Of(commandName, parameterName)
                .Where(value => StartsWith(value, word))
                .Select(value => ToResult(value, KnownValues.Describe(parameterName, value)));
    }

    // A name selects an id too, because nobody remembers ids.
    private static IEnumerable<CompletionResult> CompleteId(string command, string parameter, string word, IDictionary given)
    {
        // Targets that are managed already cannot be added.
        if (command == "Add-BdrcCrossAccount")
            return [];

        var context = Read(given, "Context") as BdrcContext;
        return LiveIds.Of(parameter, context, Read(given, "Region") as string, Read(given, "ProfileName") as string)
            .Where(id => StartsWith(id.Value, word) || (word.Length > 0 && Contains(id.Name, word)))
            .Where(static id => TextSanitizer.Of(id.Value) == id.Value)
            .Select(static id => ToResult(id.Value, string.IsNullOrEmpty(id.Name) ? id.Value : TextSanitizer.Of(id.Name!)));
    }

    private static object? Read(IDictionary given, string parameter) => PowerShellValues.Unwrap(given?[parameter]);

    private static CompletionResult ToResult(string value, string tooltip) =>
        new(Quote(value), TextSanitizer.Of(value), CompletionResultType.ParameterValue, TextSanitizer.Of(tooltip));

    private static bool StartsWith(string text, string word) => text.StartsWith(word, StringComparison.OrdinalIgnoreCase);

    private static bool Contains(string? text, string word) => text?.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

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
