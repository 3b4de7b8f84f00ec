using Bdrc.Errors;
using Bdrc.Progress;
using Bdrc.Text;

namespace Bdrc.Waiting;

/// <summary>Writes what the looks of a wait for tasks bring.</summary>
/// <param name="output">Where to.</param>
/// <param name="progress">Shows how far the wait is.</param>
/// <param name="timeout">The time allowed, for the error.</param>
/// <param name="emitted">What a task that has ended is written as.</param>
internal sealed class TaskWaitReporter(
    IWaitOutput output, TaskProgress progress, TimeSpan? timeout, Func<BdrcTask, IReadOnlyList<object>> emitted)
    : IWaitReporter<TaskWatchReport>
{
    public void Write(TaskWatchReport report)
    {
        foreach (var task in report.Ended)
        {
            WriteEnded(task);
            if (!task.Succeeded)
                output.Write(WaitErrors.TaskNotSucceeded(task));
        }

        foreach (var lost in report.Lost)
            output.Write(ErrorRecords.From(lost.Value, lost.Key));
        if (report.FailedFast)
            output.Write(WaitErrors.FailedFast(report.Pending));
        if (report.TimedOut)
            output.Write(WaitErrors.TimedOut(timeout ?? TimeSpan.Zero, report.Pending));
        progress.Show(report);
    }

    private void WriteEnded(BdrcTask task)
    {
        IReadOnlyList<object> items;
        try
        {
            items = emitted(task);
        }
        catch (BdrcException failure)
        {
            output.Write(ErrorRecords.From(failure, task));
            return;
        }

        foreach (var item in items)
            output.Write(item);
    }

    public string Describe(TaskWatchReport report) =>
        Strings.ProgressEnded.FormatInvariant(report.Total - report.Pending.Count, report.Total);

    public void Complete() => progress.Complete();
}
