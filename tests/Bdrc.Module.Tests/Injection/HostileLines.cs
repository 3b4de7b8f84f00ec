using System.Management.Automation;
using Bdrc.Module.Tests.Contract;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Injection;

/// <summary>Every parameter of every command that sends and that text can be given to, with a line in which $hostile is that text.</summary>
internal static class HostileLines
{
    // Connecting sends nothing; what it takes has tests of its own.
    private static readonly string[] Offline = ["Connect-Bdrc", "New-BdrcContext", "Disconnect-Bdrc", "Get-BdrcContext"];

    private static readonly string[] Texts = ["String", "String[]", "IDictionary", "BdrcSubProtectionPolicy[]"];

    public static IEnumerable<TheoryDataRow<string, string, string>> Rows()
    {
        using var engine = new Engine();
        engine.Run("$commands = Get-Command -Module Bdrc");
        foreach (var command in ((object[])engine.Get("commands")).Select(item => (CmdletInfo)((PSObject)item).BaseObject).Where(command => !Offline.Contains(command.Name)))
        {
            foreach (var parameter in command.Parameters.Values.Where(TakesText))
            {
                foreach (var value in Values(parameter.Name))
                    yield return new TheoryDataRow<string, string, string>(command.Name, parameter.Name, $"{command.Name}{BadValues.Others(command, parameter)}{Fixed(command, parameter)} -{parameter.Name} {value}");
            }
        }
    }

    // What the command would make anew for each call.
    private static string Fixed(CmdletInfo command, ParameterMetadata parameter) =>
        command.Parameters.ContainsKey("ClientToken") && parameter.Name != "ClientToken" ? " -ClientToken once" : string.Empty;

    private static bool TakesText(ParameterMetadata parameter) =>
        !Cmdlet.CommonParameters.Contains(parameter.Name) && !Cmdlet.OptionalCommonParameters.Contains(parameter.Name)
        && Texts.Contains(parameter.ParameterType.Name);

    private static string[] Values(string parameter) => parameter switch
    {
        "Tag" or "TagNot" => ["@{ $hostile = 'v' }", "@{ env = $hostile }"],
        "Query" or "Form" => ["@{ $hostile = 'v' }", "@{ a = $hostile }", "@{ a = @($hostile) }", "@{ a = @{ $hostile = 1 } }"],
        "SubProtectionPolicy" => ["@{ SubProtectionPolicyType = $hostile }", "@{ SubProtectionPolicyType = 'T'; Config = @{ a = $hostile } }"],
        "Path" => ["('/api/v1/tasks/' + $hostile)"],
        _ => ["$hostile"],
    };
}
