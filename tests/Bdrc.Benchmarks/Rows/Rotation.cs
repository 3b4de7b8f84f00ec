using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Bdrc.Benchmarks.Rows;

/// <summary>
/// Measures the limit and the module alternately, so that other load on the machine affects both. The result is the median
/// of the rounds.
/// </summary>
internal sealed class Rotation
{
    private readonly List<Cost> _limit = [];
    private readonly List<Cost> _ours = [];

    public static Rotation Run(int rounds, double count, Action limit, Action ours) =>
        Run(rounds, () => Cost.Of(limit).Per(count), () => Cost.Of(ours).Per(count));

    public static Rotation Run(int rounds, Func<Cost> limit, Func<Cost> ours)
    {
        var rotation = new Rotation();
        limit();
        ours();
        for (var round = 0; round < rounds; round++)
        {
            rotation._limit.Add(limit());
            rotation._ours.Add(ours());
        }

        return rotation;
    }

    public double Limit(Func<Cost, double> figure) => Median(_limit, figure);

    public double Ours(Func<Cost, double> figure) => Median(_ours, figure);

    private static double Median(List<Cost> costs, Func<Cost, double> figure)
    {
        var sorted = costs.ConvertAll(cost => figure(cost));
        sorted.Sort();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }
}

/// <summary>The resources that some work needed.</summary>
/// <param name="Seconds">Elapsed time.</param>
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
