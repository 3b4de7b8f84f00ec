using Bdrc.Console.CommandLine;
using Bdrc.Console.Hosting;
using Bdrc.Console.Running;

namespace Bdrc.Console;

/// <summary>From the words of the command line to the exit code.</summary>
internal sealed class ConsoleApplication(ConsoleStreams console)
{
    private volatile Session? _session;

    /// <summary>Does what the command line asks for.</summary>
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

        using var session = new Session(console);
        if (session.LoadModule(options.ModulePath ?? BuiltModule.Path) is { } failure)
            return Refuse(failure, ExitCodes.Failed);

        _session = session;
        try
        {
            return new ScriptRunner(session, console).Run(options);
        }
        finally
        {
            _session = null;
        }
    }

    /// <summary>Stops what runs, from any thread.</summary>
    /// <returns>False when there is nothing to stop, or when it was asked before and goes on.</returns>
    public bool Stop() => _session is { } session && session.Stop();

    /// <summary>Stops what runs and lets the process end with a code of its own, from any thread.</summary>
    /// <returns>False when nothing runs that would notice.</returns>
    public bool Terminate(int exitCode) => _session is { } session && session.Terminate(exitCode);

    private int Refuse(string problem, int exitCode)
    {
        console.Error.WriteLine(problem);
        return exitCode;
    }
}
