using System.Collections.ObjectModel;
using System.Management.Automation;
using System.Text;
using Bdrc.Console.Hosting;
using Bdrc.Console.Prompts;
using Bdrc.Console.Running;

namespace Bdrc.Module.Tests.Hosting;

/// <summary>A session on the console's host with the staged module imported, whose streams are captured.</summary>
internal sealed class Engine : IDisposable
{
    private readonly ConsoleSession _session =
        new(new ConsoleStreams(new RedirectedInput(TextReader.Null), TextWriter.Null, TextWriter.Null));

    private readonly string _prologue;

    /// <summary>Opens the session.</summary>
    /// <param name="culture">The UI culture of its scripts, such as zh-CN; null for that of the tests, English.</param>
    public Engine(string? culture = null)
    {
        _prologue = culture is null ? string.Empty : $"[cultureinfo]::CurrentUICulture = '{culture}'; ";
        Assert.Null(_session.LoadModule(ModulePath));
    }

    public static string ModulePath => ConsoleSession.BuiltModulePath;

    /// <summary>The errors of the last script.</summary>
    public IReadOnlyList<ErrorRecord> Errors { get; private set; } = [];

    /// <summary>Everything that the last script wrote to any stream, as text.</summary>
    public string AllStreams { get; private set; } = string.Empty;

    public Collection<PSObject> Run(string script)
    {
        using var shell = Begin(script);
        var (output, errors) = Invoke(shell);
        Errors = errors;
        AllStreams = Describe(shell, output, errors);
        StreamLog.Append(AllStreams);
        return output;
    }

    /// <summary>Runs a script to its end; a terminating error comes first among the errors.</summary>
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
    public void Set(string name, object value) => _session.Runspace.SessionStateProxy.SetVariable(name, value);

    /// <summary>Reads a variable of the runspace.</summary>
    public object Get(string name) => _session.Runspace.SessionStateProxy.GetVariable(name);

    /// <summary>Prepares a script; the caller invokes it.</summary>
    public PowerShell Begin(string script)
    {
        var shell = PowerShell.Create(_session.Runspace);
        shell.AddScript(_prologue + script);
        return shell;
    }

    /// <summary>Runs a script that writes exactly one error.</summary>
    public ErrorRecord SingleError(string script)
    {
        Run(script);
        return Assert.Single(Errors);
    }

    public void Dispose() => _session.Dispose();

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
