using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Bdrc.Benchmarks.Rows;

/// <summary>What some work took of this process.</summary>
/// <param name="Seconds">Time on the clock.</param>
/// <param name="CpuSeconds">Processor time of all threads.</param>
/// <param name="Bytes">Bytes allocated by all threads.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Cost(double Seconds, double CpuSeconds, double Bytes)
{
    public static Cost Of(Action work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        using var process = Process.GetCurrentProcess();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = process.TotalProcessorTime;
        var started = Stopwatch.GetTimestamp();
        work();
        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        process.Refresh();
        return new(seconds, (process.TotalProcessorTime - cpu).TotalSeconds, GC.GetTotalAllocatedBytes(precise: true) - bytes);
    }

    public Cost Per(double count) => new(Seconds / count, CpuSeconds / count, Bytes / count);
}
