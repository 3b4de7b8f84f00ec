using System.Management.Automation;
using Bdrc.Core.Tasks;

namespace Bdrc.Commands;

/// <summary>The base of commands that start a task and can wait for it.</summary>
public abstract class TaskStartingCommand : TaskWaitingCommand
{
    /// <summary>Wait until the task ends, and emit the task instead of its handle.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <inheritdoc/>
    protected override void CheckCombination() =>
        RefuseWithout(Wait || AsJob, "-Wait or -AsJob", nameof(Timeout), nameof(PollInterval));

    /// <summary>Starts a task after the question whether to, and emits its handle or, with -Wait, the task when it has ended, or, with -AsJob, a job.</summary>
    /// <param name="what">The object, for the question.</param>
    /// <param name="action">What is done to it, for the question.</param>
    /// <param name="start">Starts the task.</param>
    /// <param name="target">The record it is for, for errors.</param>
    protected void Start(string what, string action, Func<CancellationToken, Task<BdrcTaskHandle>> start, object? target)
    {
        if (!Confirmed(what, action) || !TryAwait(start, target, out var handle))
            return;

        if (Wait || AsJob)
            WaitFor([handle.TaskId]);
        else
            WriteObject(handle);
    }
}
