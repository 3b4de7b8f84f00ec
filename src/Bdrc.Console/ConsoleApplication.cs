using Bdrc.Console.CommandLine;
using Bdrc.Console.Hosting;
using Bdrc.Console.Running;

namespace Bdrc.Console;

/// <summary>One run of the program, from its command line to its exit code.</summary>
internal sealed class ConsoleApplication(ConsoleStreams console)
{
    private volatile ConsoleSession? _session;

    /// <summary>Parses the command line and runs what it selects.</summary>
    /// <returns>The exit code of the process.</returns>
    public int Run(string[] args)
    {
        if (!OptionParser.TryParse(args, out var options, out var problem))
            return Refuse(problem, ExitCodes.Usage);

        if (options.Help)
        {
            console.Output.Write(Usage.Text);
            return ExitCodes.Success;
        }

        if (options.File is { } file && !File.Exists(file))
            return Refuse($"The script file '{file}' does not exist.", ExitCodes.Usage);

        using var session = new ConsoleSession(console);
        if (session.LoadModule(options.ModulePath ?? ConsoleSession.BuiltModulePath) is { } failure)
            return Refuse(failure, ExitCodes.Failed);

        _session = session;
        try
        {
            return Run(session, options);
        }
        finally
        {
            _session = null;
        }
    }

    /// <summary>Stops the running script; callable from any thread.</summary>
    /// <returns>False when nothing runs, or when an earlier stop is still in progress.</returns>
    public bool Stop() => _session is { } session && session.Stop();

    /// <summary>Stops the running script and ends the process with an exit code; callable from any thread.</summary>
    /// <returns>False when no script runs, so that the exit code would have no effect.</returns>
    public bool Terminate(int exitCode) => _session is { } session && session.Terminate(exitCode);

    private int Run(ConsoleSession session, Options options)
    {
        var (result, opensPrompt) = RunScript(session, options);
        if (opensPrompt && session.ExitCode is null)
        {
            new Prompt(session, console).Run();
            return session.ExitCode ?? ExitCodes.Success;
        }

        return session.ExitCode ?? result switch
        {
            RunResult.Succeeded => ExitCodes.Success,
            RunResult.Stopped => ExitCodes.Stopped,
            _ => ExitCodes.Failed,
        };
    }

    private (RunResult Result, bool OpensPrompt) RunScript(ConsoleSession session, Options options)
    {
        var opensPrompt = options.NoExit || options.Prompt;
        if (options.File is { } file)
            return (session.RunFile(file, options.Arguments), opensPrompt);
        if (options.Command is { } command and not "-")
            return (session.Run(command), opensPrompt);
        if (options.Command is null && options.Prompt)
            return (RunResult.Succeeded, opensPrompt);
        if (options.Command is not null || !console.Input.IsInteractive)
        {
            if (session.ReadScript() is not { } script)
                return (RunResult.Stopped, opensPrompt);
            if (options.Command is not null || !string.IsNullOrWhiteSpace(script))
                return (session.Run(script), opensPrompt);
        }

        return (new Tour(session, console).Run(), opensPrompt || console.Input.IsInteractive);
    }

    private int Refuse(string problem, int exitCode)
    {
        console.Error.WriteLine(problem);
        return exitCode;
    }
}
