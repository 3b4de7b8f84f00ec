using System.Management.Automation;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Input;

/// <summary>Every exported command and every parameter it declares, read from the loaded module.</summary>
internal static class ModuleParameters
{
    public static IReadOnlyList<(CmdletInfo Command, ParameterMetadata Parameter)> All { get; } = Read();

    private static List<(CmdletInfo Command, ParameterMetadata Parameter)> Read()
    {
        using var engine = new Engine();
        engine.Run("$commands = Get-Command -Module Bdrc");
        return
        [
            .. from item in (object[])engine.Get("commands")
               let command = (CmdletInfo)((PSObject)item).BaseObject
               from parameter in command.Parameters.Values
               where IsOwn(parameter)
               select (command, parameter),
        ];
    }

    // -First and -Skip belong to the command, which declares paging.
    private static bool IsOwn(ParameterMetadata parameter) => parameter.Name is "First" or "Skip"
        || (!Cmdlet.CommonParameters.Contains(parameter.Name) && !Cmdlet.OptionalCommonParameters.Contains(parameter.Name));
}
