using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using System.Text;
using Bdrc.Console.Hosting;
using Microsoft.PowerShell;

namespace Bdrc.Console.Running;

/// <summary>A runspace on the console's host, in which scripts run one after the other.</summary>
internal sealed class ConsoleSession : IDisposable
{
    private readonly ConsoleHost _host;
    private readonly ConsoleStreams _console;
    private readonly Lock _gate = new();
    private PowerShell? _running;
    private bool _stopRequested;
    private int? _terminated;

    /// <summary>Opens the runspace.</summary>
    /// <param name="console">The input and output of its host.</param>
    /// <param name="culture">The culture of its host; null for the process's cultures.</param>
    public ConsoleSession(ConsoleStreams console, CultureInfo? culture = null)
    {
        _console = console;
        _host = new ConsoleHost(console, culture);
        var state = InitialSessionState.CreateDefault2();
        state.Commands.Remove("Out-Default", typeof(SessionStateCmdletEntry));
        state.Commands.Add(new SessionStateCmdletEntry("Out-Default", typeof(OutDefaultWithAdviceCommand), helpFileName: null));
        if (OperatingSystem.IsWindows())
            state.ExecutionPolicy = ExecutionPolicy.Bypass;
        Runspace = RunspaceFactory.CreateRunspace(_host, state);
        Runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        Runspace.Open();
        if (!console.OutputHasColor)
            PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
    }

    /// <summary>The module manifest that the build staged in the repository.</summary>
    public static string BuiltModulePath { get; } = typeof(ConsoleSession).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == "ModulePath").Value!;

    /// <summary>The open runspace.</summary>
    public Runspace Runspace { get; }

    /// <summary>The code of <c>exit N</c> or of <see cref="Terminate"/>; null before either.</summary>
    public int? ExitCode
    {
        get
        {
            lock (_gate)
                return _terminated ?? _host.ExitCode;
        }
    }

    /// <summary>Imports a module.</summary>
    /// <returns>The error message; null when the module is loaded.</returns>
    public string? LoadModule(string path)
    {
        if (!File.Exists(path))
            return $"The module does not exist: {path}. Build it with: dotnet build";

        using var shell = PowerShell.Create(Runspace);
        shell.AddCommand("Import-Module").AddParameter("Name", Path.GetFullPath(path)).AddParameter("ErrorAction", ActionPreference.Stop);
        try
        {
            shell.Invoke();
            return null;
        }
        catch (RuntimeException failure)
        {
            return $"The module {path} could not be loaded: {failure.Message}";
        }
    }

    /// <summary>Runs a script and writes its output as it arrives.</summary>
    public RunResult Run(string script) => RunText(ScriptText.FromCommand(script));

    /// <summary>Runs a script file and writes its output as it arrives.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="arguments">Its arguments, as on the command line.</param>
    public RunResult RunFile(string path, IReadOnlyList<string> arguments)
    {
        var result = RunText(ScriptText.FromFile(path, arguments));
        // 'exit N' in a file ends only the file and sets $LASTEXITCODE to N.
        if (result != RunResult.Stopped && !_host.LastCommandSucceeded
            && Runspace.SessionStateProxy.GetVariable("LASTEXITCODE") is int code and not 0)
        {
            _host.SetShouldExit(code);
        }

        return result;
    }

    /// <summary>Reads a script from standard input, to its end.</summary>
    /// <returns>The script; null when the read was stopped.</returns>
    public string? ReadScript()
    {
        var script = new StringBuilder();
        try
        {
            while (_console.Input.ReadLine() is { } line)
                script.Append(line).Append('\n');
            return script.ToString();
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    /// <summary>Stops the running script and interrupts a read of the input; callable from any thread.</summary>
    /// <returns>False when an earlier stop is still in progress.</returns>
    public bool Stop()
    {
        lock (_gate)
        {
            if (_stopRequested && _running is not null)
                return false;
            _stopRequested = true;
            _ = _running?.BeginStop(callback: null, state: null);
        }

        _console.Input.Interrupt();
        return true;
    }

    /// <summary>Stops the running script and sets the final exit code; callable from any thread.</summary>
    /// <returns>False when no script runs, so that the exit code would have no effect.</returns>
    public bool Terminate(int exitCode)
    {
        bool isRunning;
        lock (_gate)
        {
            _terminated = exitCode;
            isRunning = _running is not null;
        }

        Stop();
        return isRunning;
    }

    /// <summary>Clears a stop request, so that the next script runs.</summary>
    public void Resume()
    {
        lock (_gate)
            _stopRequested = false;
    }

    public void Dispose() => Runspace.Dispose();

    private RunResult RunText(string text)
    {
        using var shell = PowerShell.Create(Runspace);
        shell.AddScript(text, useLocalScope: false);
        // Errors share the pipeline with objects, so that both appear in the order in which they were written.
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand("Out-Default");
        lock (_gate)
        {
            if (_stopRequested)
                return RunResult.Stopped;
            _running = shell;
        }

        var errorsBefore = _host.ErrorCount;
        _host.LastCommandSucceeded = true;
        try
        {
            shell.Invoke();
        }
        catch (RuntimeException failure)
        {
            if (IsStopping())
                return RunResult.Stopped;
            WriteError(failure.ErrorRecord);
            return RunResult.Failed;
        }
        finally
        {
            lock (_gate)
                _running = null;
            _host.ClearProgress();
        }

        return IsStopping() ? RunResult.Stopped
            : _host.LastCommandSucceeded && _host.ErrorCount == errorsBefore ? RunResult.Succeeded
            : RunResult.Failed;
    }

    private bool IsStopping()
    {
        lock (_gate)
            return _stopRequested;
    }

    private void WriteError(ErrorRecord error)
    {
        // Out-Default writes an error record that is passed as input as plain output: the host must redirect it.
        using var shell = PowerShell.Create(Runspace);
        shell.AddCommand("Out-Default").AddParameter("InputObject", error);
        var before = _host.ErrorCount;
        _host.WriteAsError(() => shell.Invoke());
        // The engine's view of a syntax error in a script of one line is empty.
        if (_host.ErrorCount == before)
            _host.UI.WriteErrorLine($"{error.CategoryInfo.Category}: {error.Exception.Message}");
    }
}

/// <summary>How a script ended.</summary>
internal enum RunResult
{
    /// <summary>It ended without an error.</summary>
    Succeeded,

    /// <summary>An error ended it, it wrote an error, or its last command failed.</summary>
    Failed,

    /// <summary>It was stopped from outside.</summary>
    Stopped,
}
