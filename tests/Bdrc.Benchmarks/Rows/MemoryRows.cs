using System.Diagnostics;
using System.Globalization;
using Bdrc.Benchmarks.Hosting;
using Bdrc.Benchmarks.Report;
using Bdrc.Benchmarks.Responses;

namespace Bdrc.Benchmarks.Rows;

/// <summary>The memory that streaming a long list needs. Each side runs in its own process.</summary>
internal static class MemoryRows
{
    private const double Budget = 60;

    public static Row Measure(Shell shell, Lists list)
    {
        var work = "memory above idle, " + list.Work;
        return shell.Has(list.Command(limit: false))
            ? Row.Absolute(work, "{0:0} MB", InChild(list, limit: true), InChild(list, limit: false), Budget)
            : Row.Skipped(work, $"the module has no {list.Command(limit: false)} yet");
    }

    /// <summary>Runs in the child process: prints the peak growth of the process in bytes.</summary>
    public static void Run(string noun, string side)
    {
        var list = noun == Lists.Tasks.Noun ? Lists.Tasks : Lists.Resources;
        var limit = side == "limit";
        using var shell = new Shell();

        // Idle includes the engine, the module and the connection, but not the memory of the list.
        shell.Run(limit ? "Get-LimitTask t-1" : "Get-BdrcTask t-1");
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var idle = process.WorkingSet64;
        var peak = idle;
        using (new Timer(_ => peak = Math.Max(peak, WorkingSet(process)), null, 0, 10))
            Lists.Check(shell.Run(list.Script(limit)), CannedResponses.ListLength);
        Console.WriteLine(peak - idle);
    }

    private static long WorkingSet(Process process)
    {
        process.Refresh();
        return process.WorkingSet64;
    }

    private static double InChild(Lists list, bool limit) =>
        double.Parse(ChildProcess.Output("--memory", list.Noun, limit ? "limit" : "ours"), CultureInfo.InvariantCulture) / 1e6;
}
