using Bdrc.Core.Tasks;
using Bdrc.Progress;
using Bdrc.Sandbox.Contract;
using Bdrc.Waiting;

namespace Bdrc.Commands;

/// <summary>The base of commands that can wait for tasks.</summary>
public abstract class TaskWaitingCommand : WaitingCommand
{
    private const int TasksNamed = 5;

    /// <summary>
    /// Waits for tasks that were just started and writes each as it ends, with an error for those that did not end well; with
    /// <see cref="WaitingCommand.AsJob"/> it writes a job that does so.
    /// </summary>
    /// <param name="taskIds">Their ids, each once.</param>
    protected void WaitFor(IReadOnlyList<string> taskIds) => WaitFor(taskIds, any: false, failFast: false, justStarted: true);

    /// <summary>What a task that has ended is written as; the error of one that did not end well follows by itself.</summary>
    /// <param name="task">The task.</param>
    protected virtual IReadOnlyList<object> Emitted(BdrcTask task) => [task];

    private protected void WaitFor(IReadOnlyList<string> taskIds, bool any, bool failFast, bool justStarted)
    {
        WaitFor<TaskWatchReport>(
            report => Watch(taskIds, any, failFast, justStarted, report),
            (output, place) => new TaskWaitReporter(output, new TaskProgress(output, place), Timeout, Emitted),
            Describe(taskIds),
            taskIds);
    }

    private Func<CancellationToken, Task<TaskWatchReport?>> Watch(
        IReadOnlyList<string> taskIds, bool any, bool failFast, bool justStarted, Action<BdrcDiagnostic> report)
    {
        var options = new TaskWatchOptions
        {
            Timeout = Timeout,
            PollInterval = PollInterval,
            Any = any,
            FailFast = failFast,
            JustStarted = justStarted,
        };
        return TaskWatcher.Create(Target, report, taskIds, options).NextAsync;
    }

    private static string Describe(IReadOnlyList<string> taskIds)
    {
        var named = new List<string>();
        for (var i = 0; i < taskIds.Count && i < TasksNamed; i++)
            named.Add(taskIds[i]);
        var command = "Wait-BdrcTask -TaskId " + string.Join(", ", named);
        return taskIds.Count > TasksNamed ? command + ", ..." : command;
    }
}
