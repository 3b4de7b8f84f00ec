using Bdrc.Benchmarks.Hosting;
using Bdrc.Benchmarks.Report;

namespace Bdrc.Benchmarks.Rows;

/// <summary>Sequential calls: the cost of signing, the handler chain and the checks.</summary>
internal static class CallRows
{
    private const int Calls = 4000;

    public static IEnumerable<Row> Measure(Shell shell)
    {
        shell.Run($"$ids = @('t-xxxxxxxx') * {Calls}");
        var rotation = Rotation.Run(
            7,
            Calls,
            () => shell.Run("$null = $ids | Get-LimitTask"),
            () => shell.Run("$null = $ids | Get-BdrcTask"));
        yield return Row.Compared(
            "calls per second, one after the other",
            "{0:0}",
            1 / rotation.Limit(cost => cost.Seconds),
            1 / rotation.Ours(cost => cost.Seconds),
            0.80,
            moreIsBetter: true);
        yield return Row.Compared(
            "CPU per call", "{0:0} us", rotation.Limit(cost => cost.CpuSeconds) * 1e6, rotation.Ours(cost => cost.CpuSeconds) * 1e6, 1.24);
        yield return Row.Compared(
            "bytes allocated per call", "{0:0} B", rotation.Limit(cost => cost.Bytes), rotation.Ours(cost => cost.Bytes), 2.35);
    }
}
