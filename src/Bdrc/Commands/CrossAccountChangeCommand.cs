using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Sandbox.State;

namespace Bdrc.Commands;

/// <summary>The base of the commands that change which targets are under management: all of a pipeline's in one task.</summary>
public abstract class CrossAccountChangeCommand : TaskStartingCommand
{
    private readonly Dictionary<string, string> _targets = new(StringComparer.Ordinal);

    /// <summary>Account UIDs, folder ids or resource directory ids, or objects that have a TargetId.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Identity(nameof(TargetId), IsList = true)]
    public string[] TargetId { get; set; } = [];

    /// <summary>What the targets are: ACCOUNT unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(TargetTypeCompleter))]
    [Identity(nameof(TargetType))]
    public string TargetType { get; set; } = "ACCOUNT";

    /// <summary>The targets of the whole pipeline: id and kind, each id once.</summary>
    protected IReadOnlyDictionary<string, string> Targets => _targets;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var id in TargetId)
            _targets[id] = TargetType;
    }

    /// <summary>Starts the task for all targets.</summary>
    /// <param name="action">What is done, for the question whether to.</param>
    /// <param name="start">Starts the task.</param>
    protected void StartForAll(string action, Func<CancellationToken, Task<BdrcTaskHandle>> start)
    {
        if (_targets.Count > 0)
            Start(string.Join(", ", _targets.Keys), action, start, TargetId);
    }
}
