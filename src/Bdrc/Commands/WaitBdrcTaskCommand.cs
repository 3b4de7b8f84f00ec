using System.Management.Automation;
using Bdrc.Binding;

namespace Bdrc.Commands;

/// <summary>Wait-BdrcTask: waits until tasks end, and emits each as it does.</summary>
[Cmdlet(VerbsLifecycle.Wait, "BdrcTask")]
[OutputType(typeof(BdrcTask))]
public sealed class WaitBdrcTaskCommand : TaskWaitingCommand
{
    private readonly List<string> _taskIds = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>Ids of tasks, or objects that have a TaskId.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    [Identity(nameof(TaskId))]
    public string[] TaskId { get; set; } = [];

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
    protected override void EndProcessing() => WaitFor(_taskIds);
}
