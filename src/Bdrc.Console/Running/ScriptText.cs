using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace Bdrc.Console.Running;

/// <summary>Turns what the command line asks for into the text that is run.</summary>
internal static partial class ScriptText
{
    // The engine resets $? when a pipeline ends, so it is kept while the last statement's value is still there.
    private const string KeepLastStatus = "\n$Host.PrivateData.LastCommandSucceeded = $?";

    /// <summary>The script, which at its end also tells whether its last command succeeded.</summary>
    public static string OfCommand(string script)
    {
        var ast = Parser.ParseInput(script, out _, out var errors);
        return errors.Length == 0 && ast.EndBlock is { Unnamed: true } ? script + KeepLastStatus : script;
    }

    /// <summary>A call of the script file, with its arguments bound as <c>pwsh -File</c> binds them.</summary>
    public static string OfFile(string path, IReadOnlyList<string> arguments) =>
        $". {Quote(Path.GetFullPath(path))} {string.Join(' ', arguments.Select(Argument))}{KeepLastStatus}";

    // Only a plain name is taken as one; all else is data and stays between quotes.
    private static string Argument(string word)
    {
        var match = NamedArgument().Match(word);
        if (!match.Success)
            return Quote(word);

        var value = match.Groups["value"];
        return value.Success ? $"{match.Groups["name"].Value}:{Value(value.Value)}" : word;
    }

    // -Force:$false reaches the process as text, which no switch would take.
    private static string Value(string text) => text.ToUpperInvariant() switch
    {
        "$TRUE" or "TRUE" => "$true",
        "$FALSE" or "FALSE" => "$false",
        _ => Quote(text),
    };

    private static string Quote(string text) => "'" + CodeGeneration.EscapeSingleQuotedStringContent(text) + "'";

    [GeneratedRegex(@"\A(?<name>-[\p{L}_][\p{L}\p{Nd}_]*)(:(?<value>.+)|:)?\z", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamedArgument();
}
