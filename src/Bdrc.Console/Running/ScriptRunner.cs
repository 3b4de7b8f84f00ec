using Bdrc.Console.CommandLine;
using Bdrc.Console.Hosting;

namespace Bdrc.Console.Running;

/// <summary>Runs the command, the file, the tour or the prompt, and tells the exit code.</summary>
internal sealed class ScriptRunner(Session session, ConsoleStreams console)
{
    public int Run(Options options)
    {
        var isTour = options is { Command: null, File: null, Prompt: false };
        var result = options switch
        {
            { Command: { } command } => session.Run(command),
            { File: { } file } => session.RunFile(file, options.Arguments),
            { Prompt: true } => RunResult.Succeeded,
            _ => new Tour(session, console).Run(),
        };
        var stays = options.NoExit || options.Prompt || (isTour && console.Input.HasPerson);
        if (stays && session.ExitCode is null)
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
}
