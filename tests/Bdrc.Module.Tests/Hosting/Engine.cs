using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Text;

namespace Bdrc.Module.Tests.Hosting;

/// <summary>A runspace of the hosted engine with the staged module imported.</summary>
internal sealed class Engine : IDisposable
{
    private readonly Runspace _runspace;

    public Engine()
    {
        _runspace = RunspaceFactory.CreateRunspace(InitialSessionState.CreateDefault2());
        _runspace.Open();
        Run("Import-Module '" + ModulePath + "'");
    }

    public static string ModulePath { get; } = typeof(Engine).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "ModulePath").Value!;

    public IReadOnlyList<ErrorRecord> Errors { get; private set; } = [];

    /// <summary>Everything the last script wrote to any stream, as text.</summary>
    public string AllStreams { get; private set; } = string.Empty;

    public Collection<PSObject> Run(string script)
    {
        using var shell = PowerShell.Create(_runspace);
        shell.AddScript(script);
        var (output, errors) = Invoke(shell);
        Errors = errors;
        AllStreams = Describe(shell, output, errors);
        Emitted.Keep(AllStreams);
        return output;
    }

    /// <summary>Runs to the end; what ended it too early comes first among the errors.</summary>
    public static (Collection<PSObject> Output, List<ErrorRecord> Errors) Invoke(PowerShell shell)
    {
        Collection<PSObject> output = [];
        var errors = new List<ErrorRecord>();
        try
        {
            output = shell.Invoke();
        }
        catch (RuntimeException failure)
        {
            errors.Add(failure.ErrorRecord);
        }

        errors.AddRange(shell.Streams.Error);
        return (output, errors);
    }

    /// <summary>Sets a variable of the runspace.</summary>
    public void Set(string name, object value) => _runspace.SessionStateProxy.SetVariable(name, value);

    /// <summary>Reads a variable of the runspace.</summary>
    public object Get(string name) => _runspace.SessionStateProxy.GetVariable(name);

    public PowerShell Begin(string script)
    {
        var shell = PowerShell.Create(_runspace);
        shell.AddScript(script);
        return shell;
    }

    public ErrorRecord SingleError(string script)
    {
        Run(script);
        return Assert.Single(Errors);
    }

    public void Dispose() => _runspace.Dispose();

    private static string Describe(PowerShell shell, Collection<PSObject> output, List<ErrorRecord> errors)
    {
        var text = new StringBuilder();
        foreach (var item in output)
        {
            text.AppendLine(item?.ToString());
            foreach (var property in item?.Properties.AsEnumerable() ?? [])
                text.Append(property.Name).Append(" = ").AppendLine(property.Value?.ToString());
        }

        foreach (var error in errors)
            text.AppendLine(error.ToString()).AppendLine(error.Exception.ToString()).AppendLine(error.ErrorDetails?.Message);
        text.AppendJoin('\n', shell.Streams.Verbose).AppendJoin('\n', shell.Streams.Debug);
        text.AppendJoin('\n', shell.Streams.Warning).AppendJoin('\n', shell.Streams.Information);
        return text.ToString();
    }
}
