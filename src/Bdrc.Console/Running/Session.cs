using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Bdrc.Console.Hosting;
using Microsoft.PowerShell;

namespace Bdrc.Console.Running;

/// <summary>A runspace in which scripts run one after the other.</summary>
internal sealed class Session : IDisposable
{
    private readonly SmallHost _host;
    private readonly Runspace _runspace;
    private readonly ConsoleStreams _console;
    private readonly Lock _gate = new();
    private PowerShell? _running;
    private bool _stopRequested;
    private int? _terminated;

    public Session(ConsoleStreams console)
    {
        _console = console;
        _host = new SmallHost(console);
        var state = InitialSessionState.CreateDefault2();
        state.Commands.Remove("Out-Default", typeof(SessionStateCmdletEntry));
        state.Commands.Add(new SessionStateCmdletEntry("Out-Default", typeof(RenderCommand), helpFileName: null));
        if (OperatingSystem.IsWindows())
            state.ExecutionPolicy = ExecutionPolicy.Bypass;
        _runspace = RunspaceFactory.CreateRunspace(_host, state);
        _runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        _runspace.Open();
        if (!console.OutputHasColour)
            Quietly(shell => shell.AddScript("$PSStyle.OutputRendering = 'PlainText'"));
    }

    /// <summary>The code of <c>exit N</c> or of <see cref="Terminate"/>; null while there was neither.</summary>
    public int? ExitCode
    {
        get
        {
            lock (_gate)
                return _terminated ?? _host.ExitCode;
        }
    }

    /// <summary>Imports a module.</summary>
    /// <returns>What went wrong; null when it is loaded.</returns>
    public string? LoadModule(string path)
    {
        if (!File.Exists(path))
            return $"The module is not there: {path}. Build it with: dotnet build";

        try
        {
            Quietly(shell => shell.AddCommand("Import-Module").AddParameter("Name", Path.GetFullPath(path)).AddParameter("ErrorAction", "Stop"));
            return null;
        }
        catch (RuntimeException failure)
        {
            return $"The module {path} could not be loaded: {failure.Message}";
        }
    }

    /// <summary>Runs a script and shows what it gives as it comes.</summary>
    public RunResult Run(string script) => Run(shell => shell.AddScript(script, useLocalScope: false));

    /// <summary>Runs a script file and shows what it gives as it comes.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="arguments">Its arguments, as the command line has them.</param>
    public RunResult RunFile(string path, IReadOnlyList<string> arguments) => Run(shell =>
    {
        shell.AddCommand(Path.GetFullPath(path), useLocalScope: false);
        foreach (var parameter in ScriptArguments.Parse(arguments))
            shell.Commands.Commands[0].Parameters.Add(parameter);
    });

    /// <summary>Stops what runs and interrupts a read of the input; from any thread.</summary>
    /// <returns>False when it was asked before, and the script has not stopped yet.</returns>
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

    /// <summary>Stops what runs for good; from any thread.</summary>
    /// <returns>False when nothing runs: then nobody would notice the exit code.</returns>
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

    /// <summary>Forgets a stop, so that the next script runs.</summary>
    public void Resume()
    {
        lock (_gate)
            _stopRequested = false;
    }

    public void Dispose() => _runspace.Dispose();

    private RunResult Run(Action<PowerShell> compose)
    {
        using var shell = PowerShell.Create(_runspace);
        compose(shell);
        // Errors go down the same way as objects, so that both appear in the order in which they were written.
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand("Out-Default");
        lock (_gate)
        {
            if (_stopRequested)
                return RunResult.Stopped;
            _running = shell;
        }

        var errorsBefore = _host.ErrorsShown;
        try
        {
            shell.Invoke();
        }
        catch (RuntimeException failure)
        {
            if (!IsStopping())
                ShowError(failure.ErrorRecord);
            return IsStopping() ? RunResult.Stopped : RunResult.Failed;
        }
        finally
        {
            lock (_gate)
                _running = null;
        }

        var lastSucceeded = _runspace.SessionStateProxy.GetVariable("?") is true;
        return IsStopping() ? RunResult.Stopped
            : lastSucceeded && _host.ErrorsShown == errorsBefore ? RunResult.Succeeded
            : RunResult.Failed;
    }

    private bool IsStopping()
    {
        lock (_gate)
            return _stopRequested;
    }

    private void ShowError(ErrorRecord error)
    {
        // Out-Default knows an error from an error record that is plain output by this note.
        var marked = new PSObject(error);
        marked.Properties.Add(new PSNoteProperty("writeErrorStream", value: true));
        Quietly(shell => shell.AddCommand("Out-Default").AddParameter("InputObject", marked));
    }

    private void Quietly(Action<PowerShell> compose)
    {
        using var shell = PowerShell.Create(_runspace);
        compose(shell);
        shell.Invoke();
    }
}
