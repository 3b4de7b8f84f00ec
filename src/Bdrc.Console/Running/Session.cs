using System.Management.Automation;
using System.Management.Automation.Runspaces;
using Bdrc.Console.Hosting;
using Microsoft.PowerShell;

namespace Bdrc.Console.Running;

/// <summary>A runspace in which scripts run one after the other.</summary>
internal sealed class Session : IDisposable
{
    private readonly ConsoleHost _host;
    private readonly Runspace _runspace;
    private readonly ConsoleStreams _console;
    private readonly Lock _gate = new();
    private PowerShell? _running;
    private bool _stopRequested;
    private int? _terminated;

    public Session(ConsoleStreams console)
    {
        _console = console;
        _host = new ConsoleHost(console);
        var state = InitialSessionState.CreateDefault2();
        state.Commands.Remove("Out-Default", typeof(SessionStateCmdletEntry));
        state.Commands.Add(new SessionStateCmdletEntry("Out-Default", typeof(RenderCommand), helpFileName: null));
        if (OperatingSystem.IsWindows())
            state.ExecutionPolicy = ExecutionPolicy.Bypass;
        _runspace = RunspaceFactory.CreateRunspace(_host, state);
        _runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        _runspace.Open();
        if (!console.OutputHasColour)
            PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
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

        using var shell = PowerShell.Create(_runspace);
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

    /// <summary>Runs a script and shows what it gives as it comes.</summary>
    public RunResult Run(string script) => RunText(ScriptText.OfCommand(script));

    /// <summary>Runs a script file and shows what it gives as it comes.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="arguments">Its arguments, as the command line has them.</param>
    public RunResult RunFile(string path, IReadOnlyList<string> arguments)
    {
        var result = RunText(ScriptText.OfFile(path, arguments));
        // 'exit N' in a file ends the file only, and leaves N here.
        if (result != RunResult.Stopped && !_host.LastCommandSucceeded
            && _runspace.SessionStateProxy.GetVariable("LASTEXITCODE") is int code and not 0)
        {
            _host.SetShouldExit(code);
        }

        return result;
    }

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

    private RunResult RunText(string text)
    {
        using var shell = PowerShell.Create(_runspace);
        shell.AddScript(text, useLocalScope: false);
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
        _host.LastCommandSucceeded = true;
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
            _host.ClearProgress();
        }

        return IsStopping() ? RunResult.Stopped
            : _host.LastCommandSucceeded && _host.ErrorsShown == errorsBefore ? RunResult.Succeeded
            : RunResult.Failed;
    }

    private bool IsStopping()
    {
        lock (_gate)
            return _stopRequested;
    }

    private void ShowError(ErrorRecord error)
    {
        // Handed to Out-Default from outside, a record is plain output to the engine: the host has to know better.
        using var shell = PowerShell.Create(_runspace);
        shell.AddCommand("Out-Default").AddParameter("InputObject", error);
        var before = _host.ErrorsShown;
        _host.ShowAsError(() => shell.Invoke());
        // The engine's view of a syntax error in a script of one line is empty.
        if (_host.ErrorsShown == before)
            _host.UI.WriteErrorLine($"{error.CategoryInfo.Category}: {error.Exception.Message}");
    }
}
