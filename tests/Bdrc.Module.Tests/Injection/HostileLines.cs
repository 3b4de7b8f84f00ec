using System.Management.Automation;
using Bdrc.Module.Tests.Input;

namespace Bdrc.Module.Tests.Injection;

/// <summary>Every text parameter of every command that sends, with a line in which $hostile is its value.</summary>
internal static class HostileLines
{
    // Connecting sends nothing; ContextInjectionTests tests its parameters.
    private static readonly string[] Offline = ["Connect-Bdrc", "New-BdrcContext", "Disconnect-Bdrc", "Get-BdrcContext"];

    private static readonly string[] Texts = ["String", "String[]", "IDictionary", "BdrcSubProtectionPolicy[]"];

    public static IEnumerable<TheoryDataRow<string, string, string>> Rows()
    {
        var sending = ModuleParameters.All.Where(item => !Offline.Contains(item.Command.Name) && TakesText(item.Parameter));
        foreach (var (command, parameter) in sending)
        {
            foreach (var value in Values(parameter.Name))
                yield return new TheoryDataRow<string, string, string>(
                    command.Name, parameter.Name, InputLine.Write(command, parameter, value) + Fixed(command, parameter));
        }
    }

    // Values that the command generates for each call.
    private static string Fixed(CmdletInfo command, ParameterMetadata parameter) =>
        command.Parameters.ContainsKey("ClientToken") && parameter.Name != "ClientToken" ? " -ClientToken once" : string.Empty;

    private static bool TakesText(ParameterMetadata parameter) => Texts.Contains(parameter.ParameterType.Name);

    private static string[] Values(string parameter) => parameter switch
    {
        "Tag" or "TagNot" => ["@{ $hostile = 'v' }", "@{ env = $hostile }"],
        "Query" or "Form" => ["@{ $hostile = 'v' }", "@{ a = $hostile }", "@{ a = @($hostile) }", "@{ a = @{ $hostile = 1 } }"],
        "SubProtectionPolicy" => ["@{ SubProtectionPolicyType = $hostile }", "@{ SubProtectionPolicyType = 'T'; Config = @{ a = " +
            "$hostile } }"],
        "Path" => ["('/api/v1/tasks/' + $hostile)"],
        _ => ["$hostile"],
    };
}
