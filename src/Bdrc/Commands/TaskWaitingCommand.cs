using System.Management.Automation;
using Bdrc.Core;
using Bdrc.Errors;
using Bdrc.Progress;

namespace Bdrc.Commands;

/// <summary>The base of commands that can wait for tasks.</summary>
public abstract class TaskWaitingCommand : BdrcCommand
{
    /// <summary>How long to wait at most, in seconds; without it there is no limit.</summary>
    [Parameter]
    [Alias("TimeoutSec")]
    [ValidateRange(0.0, 2592000.0)]
    public double? Timeout { get; set; }

    /// <summary>Seconds between two looks; without it 2, growing to 15.</summary>
    [Parameter]
    [ValidateRange(0.01, 3600.0)]
    public double? PollInterval { get; set; }

    /// <summary>Waits for tasks and writes each as it ends, with an error for those that did not end well.</summary>
    /// <param name="taskIds">Their ids.</param>
    protected void WaitFor(IReadOnlyList<string> taskIds)
    {
        var progress = new TaskProgress(this);
        Func<CancellationToken, Task<TaskWatchReport?>> nextReport = BdrcClient.For(Target, Report).WatchTasks(taskIds, Seconds(Timeout), Seconds(PollInterval)).NextAsync;
        try
        {
            while (TryAwait(nextReport, taskIds, out var report) && report is not null)
            {
                Write(report);
                progress.Show(report);
            }
        }
        finally
        {
            progress.Complete();
        }
    }

    /// <summary>Writes a task that has ended; the error of one that did not end well follows by itself.</summary>
    /// <param name="task">The task.</param>
    protected virtual void WriteEnded(BdrcTask task) => WriteObject(task);

    private static TimeSpan? Seconds(double? value) => value is { } seconds ? TimeSpan.FromSeconds(seconds) : null;

    private void Write(TaskWatchReport report)
    {
        foreach (var task in report.Ended)
        {
            WriteEnded(task);
            if (!task.Succeeded)
                WriteError(ErrorRecords.TaskNotSucceeded(task));
        }

        foreach (var lost in report.Lost)
            WriteFailure(lost.Value, lost.Key);
        if (report.TimedOut)
            WriteError(ErrorRecords.WaitTimedOut(TimeSpan.FromSeconds(Timeout ?? 0), report.Pending));
    }
}
