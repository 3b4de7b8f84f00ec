using System.Management.Automation.Language;

namespace Bdrc.Package.Tests.Help;

/// <summary>A command of the module in a snippet, with its parameters, named or splatted from a hashtable.</summary>
internal sealed record CommandUse(string Command, IReadOnlyList<string> Parameters)
{
    public static IEnumerable<CommandUse> In(string snippet)
    {
        var script = Parser.ParseInput(snippet, out _, out _);
        var tables = Tables(script);
        return script.FindAll(node => node is CommandAst, searchNestedScriptBlocks: true)
            .Cast<CommandAst>()
            .Where(command => command.GetCommandName()?.Contains("-Bdrc", StringComparison.OrdinalIgnoreCase) == true)
            .Select(command => new CommandUse(command.GetCommandName(), [.. Named(command, tables)]));
    }

    public override string ToString() => $"{Command} {string.Join(' ', Parameters.Select(name => "-" + name))}";

    private static IEnumerable<string> Named(CommandAst command, Dictionary<string, List<string>> tables) =>
        command.CommandElements.SelectMany(element => element switch
        {
            CommandParameterAst parameter => [parameter.ParameterName],
            VariableExpressionAst { Splatted: true } splatted => tables[splatted.VariablePath.UserPath],
            _ => Enumerable.Empty<string>(),
        });

    private static Dictionary<string, List<string>> Tables(Ast script)
    {
        var tables = new Dictionary<string, List<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var node in script.FindAll(node => node is AssignmentStatementAst, searchNestedScriptBlocks: true))
        {
            var assignment = (AssignmentStatementAst)node;
            if (assignment is { Left: VariableExpressionAst variable, Right: CommandExpressionAst { Expression: HashtableAst table } })
                tables[variable.VariablePath.UserPath] = [.. table.KeyValuePairs.Select(pair => pair.Item1.SafeGetValue().ToString()!)];
        }

        return tables;
    }
}
