using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;

namespace Bdrc.Commands;

/// <summary>Wait-BdrcTask: waits until tasks end, and emits each as it ends.</summary>
[Cmdlet(VerbsLifecycle.Wait, "BdrcTask")]
[OutputType(typeof(BdrcTask), typeof(Jobs.WaitJob))]
public sealed class WaitBdrcTaskCommand : TaskWaitingCommand
{
    private readonly List<string> _taskIds = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Ids of tasks, or objects that have a TaskId. Each is waited for once.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(TaskId), IsList = true)]
    public string[] TaskId { get; set; } = [];

    /// <summary>End as soon as one task has ended, with or without success, and emit it.</summary>
    [Parameter]
    public SwitchParameter Any { get; set; }

    /// <summary>End at the first task that does not succeed; an error names those that still run.</summary>
    [Parameter]
    public SwitchParameter FailFast { get; set; }

    /// <inheritdoc/>
    private protected override bool Waits => true;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var id in TaskId)
        {
            if (_known.Add(id))
                _taskIds.Add(id);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_taskIds.Count > 0)
            WaitForTasks(_taskIds, new TaskWaitMode(Any, FailFast));
        base.EndProcessing();
    }
}
