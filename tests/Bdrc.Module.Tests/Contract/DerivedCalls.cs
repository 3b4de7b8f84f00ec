using System.Management.Automation;
using System.Text.Json.Nodes;
using Bdrc.Core.Tests;
using Bdrc.Core.Tests.Contract;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Contract;

/// <summary>
/// Makes the command line of an operation from the contract and the parameters of its cmdlet: each parameter has the example of
/// the contract.
/// </summary>
internal sealed class DerivedCalls(Engine engine)
{
    private readonly CommandSources _sources = new(RepositoryFolder.Path);

    /// <summary>
    /// The calls of an operation by each cmdlet that may call it, those with the fewest parameters first. A paged operation has a
    /// second call with the smallest page.
    /// </summary>
    public IReadOnlyList<IReadOnlyList<CmdletCall>> Of(JsonObject operation)
    {
        var name = (string)operation["name"]!;
        var parameters = operation["parameters"]!.AsArray().Select(parameter => parameter!.AsObject()).ToList();
        var sent = parameters.FindAll(parameter => (string)parameter["name"]! != "NextToken");
        var candidates =
            from cmdlet in _sources.CmdletsCalling(name)
            let command = Command(cmdlet)
            from form in command.ParameterSets
            let arguments = sent.ConvertAll(parameter => (Contract: parameter, Cmdlet: Find(form, (string)parameter["name"]!)))
            where arguments.TrueForAll(argument => argument.Cmdlet is not null)
                && form.Parameters.Where(parameter => parameter.IsMandatory)
                    .All(parameter => arguments.Exists(argument => argument.Cmdlet == parameter))
            orderby form.Parameters.Count
            select Calls(name, command, arguments!, isPaged: sent.Count < parameters.Count);
        return [.. candidates];
    }

    private static List<CmdletCall> Calls(
        string name, CmdletInfo command, List<(JsonObject Contract, CommandParameterInfo Cmdlet)> arguments, bool isPaged)
    {
        var confirm = command.Parameters.ContainsKey("Confirm") ? " -Confirm:$false" : string.Empty;
        var calls = new List<CmdletCall>
        {
            new(
                name,
                command.Name + Line(arguments) + confirm,
                [.. arguments.Select(argument => ((string)argument.Contract["name"]!, (string?)Example(argument.Contract)))]),
        };
        if (isPaged)
        {
            var smallest = arguments.Find(argument => argument.Cmdlet.Name == "PageSize").Contract["min"] ?? 1;
            var required = Line(arguments.FindAll(argument => argument.Cmdlet.IsMandatory));
            calls.Add(new(name, $"{command.Name}{required} -PageSize {smallest}{confirm}", ("NextToken", null)));
        }

        return calls;

        string Line(List<(JsonObject Contract, CommandParameterInfo Cmdlet)> some) =>
            string.Concat(some.Select(argument => Text(argument.Cmdlet, argument.Contract)));
    }

    private CmdletInfo Command(string cmdlet)
    {
        using var shell = engine.Begin("Get-Command " + cmdlet);
        return (CmdletInfo)Assert.Single(shell.Invoke()).BaseObject;
    }

    /// <summary>The parameter of a cmdlet: the name in the API, its singular, an alias or the end of the name.</summary>
    private static CommandParameterInfo? Find(CommandParameterSetInfo form, string name)
    {
        var wanted = name == "MaxResults" ? "PageSize" : name;
        return form.Parameters.FirstOrDefault(parameter => parameter.Name == wanted)
            ?? form.Parameters.FirstOrDefault(parameter => parameter.Aliases.Contains(wanted, StringComparer.Ordinal))
            ?? form.Parameters.FirstOrDefault(parameter => parameter.Name + "s" == wanted)
            ?? form.Parameters.SingleOrDefault(parameter =>
                parameter.ParameterType == typeof(string) && wanted.EndsWith(parameter.Name, StringComparison.Ordinal));
    }

    private static string Text(CommandParameterInfo parameter, JsonObject contract)
    {
        var example = Example(contract);
        var values = (string?)contract["type"] == "array"
            ? JsonNode.Parse(example)!.AsArray().Select(item => item!.ToString())
            : [example];
        return $" -{parameter.Name} {string.Join(", ", values.Select(value => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'"))}";
    }

    /// <summary>The example of the contract, whose asterisks mask digits. A list of numbers has two items.</summary>
    private static string Example(JsonObject parameter)
    {
        if ((string?)parameter["items"]?["type"] == "integer")
            return "[1580000000000001,2]";
        return parameter["example"]?.ToString().Replace('*', '0') ?? throw new InvalidOperationException(
            $"the contract has no example of {parameter["name"]}");
    }
}
