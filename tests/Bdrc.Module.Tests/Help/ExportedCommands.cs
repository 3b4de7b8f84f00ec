using System.Management.Automation;
using Bdrc.Module.Tests.Hosting;

namespace Bdrc.Module.Tests.Help;

/// <summary>The commands of the staged module.</summary>
internal static class ExportedCommands
{
    // Read as one array: script properties of a command cannot be read outside its runspace.
    public static List<CommandInfo> Of(Engine engine) =>
    [
        .. ((object[])engine.Run(",@(Get-Command -Module Bdrc)").Single().BaseObject)
            .Select(item => (CommandInfo)((PSObject)item).BaseObject),
    ];
}
