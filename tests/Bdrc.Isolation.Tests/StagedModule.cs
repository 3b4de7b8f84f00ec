using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace Bdrc.Isolation.Tests;

/// <summary>The staged module.</summary>
internal static class StagedModule
{
    public static string Manifest { get; } = Metadata("ModulePath");

    /// <summary>A System.Text.Json older than the framework's.</summary>
    public static string OtherJson { get; } = Metadata("OtherJson");

    public static string Folder { get; } = Path.GetDirectoryName(Manifest)!;

    /// <summary>Imports the module into a new runspace and runs a script there; an error fails the test.</summary>
    public static PSObject[] Run(string script)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.AddScript($"Import-Module '{Manifest}'; {script}");
        var output = shell.Invoke();
        Assert.Empty(shell.Streams.Error);
        return [.. output];
    }

    private static string Metadata(string key) => typeof(StagedModule).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
