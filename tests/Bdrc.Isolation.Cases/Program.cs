using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Bdrc.Isolation.Cases;

/// <summary>Runs one script on a bare engine and prints its output and its terminating error.</summary>
internal static class Program
{
    public static int Main(string[] arguments)
    {
        using var runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.AddScript("$ErrorActionPreference = 'Stop'\n" + File.ReadAllText(arguments[0]));
        try
        {
            foreach (var item in shell.Invoke())
                Console.WriteLine(item);
            return 0;
        }
        catch (RuntimeException failure)
        {
            Console.WriteLine($"{failure.ErrorRecord.FullyQualifiedErrorId}: {failure.ErrorRecord.Exception}");
            return 1;
        }
    }
}
