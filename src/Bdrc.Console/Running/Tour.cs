using Bdrc.Console.Hosting;

namespace Bdrc.Console.Running;

/// <summary>Shows the main job: each line of Tour.ps1, followed by its output.</summary>
internal sealed class Tour(ConsoleSession session, ConsoleStreams console)
{
    /// <summary>Runs the lines up to the first one that fails.</summary>
    public RunResult Run()
    {
        using var stream = typeof(Tour).Assembly.GetManifestResourceStream("Tour.ps1")!;
        using var lines = new StreamReader(stream);
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith('#'))
            {
                console.Output.WriteLine(line);
                continue;
            }

            console.Output.WriteLine("PS> " + line);
            if (session.Run(line) is var result && result != RunResult.Succeeded)
                return result;
        }

        return RunResult.Succeeded;
    }
}
