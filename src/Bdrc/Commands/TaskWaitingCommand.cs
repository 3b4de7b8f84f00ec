using System.Management.Automation;
using Bdrc.Binding;
using Bdrc.Core;
using Bdrc.Core.Tasks;
using Bdrc.Jobs;
using Bdrc.Progress;
using Bdrc.Waiting;

namespace Bdrc.Commands;

/// <summary>The base of commands that can wait for tasks.</summary>
public abstract class TaskWaitingCommand : BdrcCommand
{
    private const int TasksNamed = 5;

    /// <summary>How long to wait at most, in seconds or as a TimeSpan; without it there is no limit.</summary>
    [Parameter]
    [Alias("TimeoutSec")]
    [Duration(0, 2592000)]
    public TimeSpan? Timeout { get; set; }

    /// <summary>Time between two looks, in seconds or as a TimeSpan; without it 2 s, growing to 15, shorter near the end.</summary>
    [Parameter]
    [Duration(0.01, 3600)]
    public TimeSpan? PollInterval { get; set; }

    /// <summary>Wait in the background, and emit a job that Receive-Job takes the tasks from.</summary>
    [Parameter]
    public SwitchParameter AsJob { get; set; }

    /// <summary>
    /// Waits for tasks that were just started and writes each as it ends, with an error for those that did not end well; with
    /// <see cref="AsJob"/> it writes a job that does so.
    /// </summary>
    /// <param name="taskIds">Their ids, each once.</param>
    protected void WaitFor(IReadOnlyList<string> taskIds) => WaitFor(taskIds, any: false, failFast: false, justStarted: true);

    /// <summary>What a task that has ended is written as; the error of one that did not end well follows by itself.</summary>
    /// <param name="task">The task.</param>
    protected virtual IReadOnlyList<object> Emitted(BdrcTask task) => [task];

    private protected void WaitFor(IReadOnlyList<string> taskIds, bool any, bool failFast, bool justStarted)
    {
        if (AsJob)
        {
            WaitAsJob(taskIds, any, failFast, justStarted);
            return;
        }

        var output = new CommandOutput(this);
        var reports = new WaitReports(output, new TaskProgress(output, ProgressPlace.Of(Host)), Timeout, Emitted);
        var next = Watch(taskIds, any, failFast, justStarted, Report);
        try
        {
            while (TryAwait(next, taskIds, out var report) && report is not null)
                reports.Write(report);
        }
        finally
        {
            reports.Complete();
        }
    }

    private void WaitAsJob(IReadOnlyList<string> taskIds, bool any, bool failFast, bool justStarted)
    {
        var job = new TaskWaitJob(Describe(taskIds), Target.Region ?? Target.Endpoint.Authority, WantsDetails());
        JobRepository.Add(job);
        job.Start(Watch(taskIds, any, failFast, justStarted, job.Report), ProgressPlace.Of(Host), Timeout, Emitted);
        WriteObject(job);
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
        return BdrcClient.For(Target, report).WatchTasks(taskIds, options).NextAsync;
    }

    /// <summary>Not the line that was typed: it may hold what nobody else should read.</summary>
    private static string Describe(IReadOnlyList<string> taskIds)
    {
        var named = new List<string>();
        for (var i = 0; i < taskIds.Count && i < TasksNamed; i++)
            named.Add(taskIds[i]);
        var command = "Wait-BdrcTask -TaskId " + string.Join(", ", named);
        return taskIds.Count > TasksNamed ? command + ", ..." : command;
    }

    private bool WantsDetails()
    {
        if (MyInvocation.BoundParameters.TryGetValue("Verbose", out var asked))
            return LanguagePrimitives.IsTrue(asked);
        return GetVariableValue("VerbosePreference") is ActionPreference preference && preference != ActionPreference.SilentlyContinue;
    }
}
