using Bdrc.Benchmarks.Answers;
using Bdrc.Benchmarks.Hosting;
using Bdrc.Benchmarks.Report;

namespace Bdrc.Benchmarks.Rows;

/// <summary>Long lists: how fast they stream.</summary>
internal static class ListRows
{
    public static Row Measure(Shell shell, Lists list, double budget)
    {
        if (!shell.Has(list.Command(limit: false)))
            return Row.Skipped(list.Work, $"the module has no {list.Command(limit: false)} yet");

        var rotation = Rotation.Run(
            5,
            1,
            () => Lists.Check(shell.Run(list.Script(limit: true)), CannedAnswers.ListLength),
            () => Lists.Check(shell.Run(list.Script(limit: false)), CannedAnswers.ListLength));
        return Row.Compared(list.Work, "{0:0.00} s", rotation.Limit(cost => cost.Seconds), rotation.Ours(cost => cost.Seconds), budget);
    }
}
