using System.ComponentModel;
using System.Diagnostics;
using Bdrc.Benchmarks.Hosting;

namespace Bdrc.Benchmarks.Start;

/// <summary>
/// Measures what the module adds to the start of a real shell: the import alone, and the import with the first result. All scripts
/// run alternately, and each time is compared with the bare shell of the same round.
/// </summary>
internal static class StartRun
{
    private const string Bare = "$null = 1";

    public static void Run(StartOptions options, TextWriter output)
    {
        foreach (var shell in options.Shells)
        {
            try
            {
                Measure(shell, options, output);
            }
            catch (Win32Exception)
            {
                output.WriteLine($"{shell} is not on the PATH.");
            }
        }
    }

    private static void Measure(string shell, StartOptions options, TextWriter output)
    {
        output.WriteLine(ShellDescription.Of(shell));
        output.WriteLine();
        var subjects = Subjects(options.Modules);
        var times = new StartTimes(subjects.Count);
        Start(shell, Bare);
        for (var round = 0; round < options.Rounds; round++)
        {
            var bare = Start(shell, Bare);
            times.AddBare(bare);
            for (var i = 0; i < subjects.Count; i++)
                times.Add(i, Start(shell, subjects[i].Import) - bare, Start(shell, subjects[i].First) - bare);
        }

        output.WriteLine(times.BareLine);
        output.WriteLine();
        times.Write(output, [.. subjects.Select(subject => subject.Name)]);
        output.WriteLine();
        MethodTable.Write(output, shell, Bare, subjects);
        output.WriteLine();
    }

    private static List<Subject> Subjects(IReadOnlyList<string> modules)
    {
        List<Subject> subjects = [new("limit", Shell.LimitPath, "Get-LimitTask")];
        foreach (var module in modules)
            subjects.Add(new(modules.Count == 1 ? "Bdrc" : module, module, "Get-BdrcTask"));
        return subjects;
    }

    private static double Start(string shell, string script)
    {
        var started = Stopwatch.GetTimestamp();
        ShellProcess.Run(shell, script);
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }
}
