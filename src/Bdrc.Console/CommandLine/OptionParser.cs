using System.Diagnostics.CodeAnalysis;

namespace Bdrc.Console.CommandLine;

/// <summary>The parsed command line.</summary>
internal sealed record Options
{
    /// <summary>A script text; <c>-</c> for a script on standard input.</summary>
    public string? Command { get; init; }

    public string? File { get; init; }

    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>The module's manifest; null for the module that the build staged.</summary>
    public string? ModulePath { get; init; }

    public bool Prompt { get; init; }

    public bool NoExit { get; init; }

    public bool Help { get; init; }
}

/// <summary>Reads the command line as <c>pwsh</c> does: -Command and -File consume all words that follow.</summary>
internal static class OptionParser
{
    private const string Allowed =
        "Allowed: -Command <script>, -Command -, -File <path> [args], -NoExit, -Prompt, -ModulePath <psd1>, -Help.";

    public static bool TryParse(string[] args, out Options options, [NotNullWhen(false)] out string? problem)
    {
        options = new Options();
        problem = null;
        for (var i = 0; i < args.Length && problem is null; i++)
        {
            var rest = args[(i + 1)..];
            switch (Name(args[i]))
            {
                case "COMMAND" or "C" when rest is ["-", _, ..]:
                    problem = $"The option '{args[i]} -' reads the script from standard input and accepts no other words. {Allowed}";
                    break;
                case "COMMAND" or "C" when rest.Length > 0:
                    options = options with { Command = string.Join(' ', rest) };
                    return true;
                case "FILE" or "F" when rest.Length > 0:
                    options = options with { File = rest[0], Arguments = rest[1..] };
                    return true;
                case "MODULEPATH" when rest.Length > 0:
                    options = options with { ModulePath = rest[0] };
                    i++;
                    break;
                case "PROMPT" or "INTERACTIVE" or "I":
                    options = options with { Prompt = true };
                    break;
                case "NOEXIT":
                    options = options with { NoExit = true };
                    break;
                case "HELP" or "H" or "?":
                    options = options with { Help = true };
                    break;
                case "COMMAND" or "C" or "FILE" or "F" or "MODULEPATH":
                    problem = $"The option '{args[i]}' needs a value. {Allowed}";
                    break;
                default:
                    problem = $"The option '{args[i]}' is unknown. {Allowed}";
                    break;
            }
        }

        return problem is null;
    }

    private static string? Name(string word)
    {
        var dashes = word.StartsWith("--", StringComparison.Ordinal) ? 2 : word.StartsWith('-') || word == "/?" ? 1 : 0;
        return dashes == 0 ? null : word[dashes..].ToUpperInvariant();
    }
}
