using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace Bdrc.Console.Running;

/// <summary>Converts a -Command or -File argument into the script text to run.</summary>
internal static partial class ScriptText
{
    // The engine resets $? when a pipeline ends, so the script itself must save the value of its last statement.
    private const string KeepLastStatus = "\n$Host.PrivateData.LastCommandSucceeded = $?";

    /// <summary>Returns the script, extended to save whether its last command succeeded.</summary>
    public static string FromCommand(string script)
    {
        var ast = Parser.ParseInput(script, out _, out var errors);
        return errors.Length == 0 && ast.EndBlock is { Unnamed: true } ? script + KeepLastStatus : script;
    }

    /// <summary>Returns a call of the script file, with its arguments bound as <c>pwsh -File</c> binds them.</summary>
    public static string FromFile(string path, IReadOnlyList<string> arguments) =>
        $". {Quote(Path.GetFullPath(path))} {string.Join(' ', arguments.Select(Argument))}{KeepLastStatus}";

    // Only a plain name is a parameter name; everything else is data and stays quoted.
    private static string Argument(string word)
    {
        var match = NamedArgument().Match(word);
        if (!match.Success)
            return Quote(word);

        var value = match.Groups["value"];
        return value.Success ? $"{match.Groups["name"].Value}:{Value(value.Value)}" : word;
    }

    // -Force:$false reaches the process as text, which a switch parameter does not accept.
    private static string Value(string text) => text.ToUpperInvariant() switch
    {
        "$TRUE" or "TRUE" => "$true",
        "$FALSE" or "FALSE" => "$false",
        _ => Quote(text),
    };

    private static string Quote(string text) => "'" + CodeGeneration.EscapeSingleQuotedStringContent(text) + "'";

    [GeneratedRegex(
        @"\A(?<name>-[\p{L}_][\p{L}\p{Nd}_]*)(:(?<value>.+)|:)?\z",
        RegexOptions.Singleline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamedArgument();
}
