using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;

namespace Bdrc.Benchmarks.Hosting;

/// <summary>A PowerShell engine with the staged module and the limit's module.</summary>
internal sealed class Shell : IDisposable
{
    private readonly Runspace _runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());

    public Shell()
    {
        _runspace.Open();
        Run($"Import-Module '{ModulePath}', '{LimitPath}'; Connect-Bdrc cn-shanghai");
    }

    public static string ModulePath { get; } = Metadata("ModulePath");

    public static string LimitPath { get; } = Path.GetFullPath(Metadata("LimitPath"));

    /// <summary>Runs a script; an error ends the benchmark.</summary>
    public IList<PSObject> Run(string script)
    {
        using var shell = PowerShell.Create(_runspace);
        var output = shell.AddScript(script).Invoke();
        return shell.Streams.Error.Count > 0 ? throw shell.Streams.Error[0].Exception : output;
    }

    public bool Has(string command) => Run($"@(Get-Command {command} -ErrorAction Ignore).Count")[0].BaseObject is > 0;

    public void Dispose() => _runspace.Dispose();

    private static string Metadata(string key) => typeof(Shell).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == key).Value!;
}
