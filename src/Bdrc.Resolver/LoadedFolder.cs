using System.Management.Automation;

namespace Bdrc.Resolver;

/// <summary>
/// The folder from which this session uses the module. The views and types of a second copy would meet those of the first: the
/// engine reports each member as an error, and fails.
/// </summary>
internal static class LoadedFolder
{
    /// <summary>Ensures that the session has no other copy of the module; a forced import has removed its own before.</summary>
    /// <exception cref="RuntimeException">A copy is loaded.</exception>
    public static void EnsureNone()
    {
        // The engine does not tell an assembly from where it is imported: .NET gives it the assembly of the first copy.
        using var shell = PowerShell.Create(RunspaceMode.CurrentRunspace);
        shell.AddCommand(@"Microsoft.PowerShell.Core\Get-Module").AddParameter("Name", "Bdrc").AddParameter("All");
        foreach (var module in shell.Invoke<PSModuleInfo>())
            throw ImportRefusal.OtherFolder(module.Version.ToString(), module.ModuleBase);
    }
}
