using Bdrc.Errors;
using Bdrc.Progress;
using Bdrc.Text;

namespace Bdrc.Waiting;

/// <summary>Writes the results of the polls of a wait.</summary>
/// <typeparam name="TReport">The result of a poll.</typeparam>
internal interface IWaitReporter<in TReport>
{
    /// <summary>Writes the result of a poll: objects, errors, progress.</summary>
    void Write(TReport report);

    /// <summary>Returns the state of the wait in a few words.</summary>
    string Describe(TReport report);

    /// <summary>Removes the progress bars; the last call of every wait.</summary>
    void Complete();
}

/// <summary>Writes the results of a wait for tasks.</summary>
/// <param name="output">The output of the wait.</param>
/// <param name="progress">The progress display.</param>
/// <param name="timeout">The time allowed, for the error.</param>
/// <param name="toOutput">Returns what is written for an ended task.</param>
internal sealed class TaskWaitReporter(
    IWaitOutput output, TaskProgress progress, TimeSpan? timeout, Func<BdrcTask, IReadOnlyList<object>> toOutput)
    : IWaitReporter<TaskWatchReport>
{
    public void Write(TaskWatchReport report)
    {
        foreach (var task in report.Ended)
        {
            WriteEnded(task);
            if (task.Succeeded != true)
                output.Write(WaitErrors.TaskNotSucceeded(task));
        }

        foreach (var lost in report.Lost)
            output.Write(ErrorRecords.From(lost.Value, lost.Key));
        foreach (var failure in report.StartFailures)
            output.Write(ErrorRecords.From(failure.Value, failure.Key));
        if (report.FailedFast)
            output.Write(WaitErrors.FailedFast(report.Pending));
        if (report is { TimedOut: true, Pending.Count: > 0 })
            output.Write(WaitErrors.TimedOut(timeout ?? TimeSpan.Zero, report.Pending));
        progress.Show(report);
    }

    private void WriteEnded(BdrcTask task)
    {
        IReadOnlyList<object> items;
        try
        {
            items = toOutput(task);
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
        Strings.ProgressEnded.FormatInvariant(report.EndedCount, report.Total);

    public void Complete() => progress.Complete();
}

/// <summary>Writes the results of a wait for the service.</summary>
/// <param name="output">The output of the wait.</param>
/// <param name="progress">The progress display.</param>
/// <param name="timeout">The time allowed, for the error.</param>
internal sealed class ServiceWaitReporter(IWaitOutput output, ServiceProgress progress, TimeSpan? timeout)
    : IWaitReporter<ServiceWatchReport>
{
    public void Write(ServiceWatchReport report)
    {
        if (report.IsReady && report.Service is { } service)
            output.Write(service);
        else if (report.IsLost)
            output.Write(WaitErrors.ServiceLost(report.Service));
        else if (report.TimedOut)
            output.Write(WaitErrors.ServiceNotReady(timeout ?? TimeSpan.Zero, report.Service));
        else
            progress.Show(report);
    }

    public string Describe(ServiceWatchReport report) => ServiceProgress.Describe(report);

    public void Complete() => progress.Complete();
}
