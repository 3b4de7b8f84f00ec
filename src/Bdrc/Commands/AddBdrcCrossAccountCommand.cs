using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Operations.CrossAccounts;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Add-BdrcCrossAccount: brings accounts, folders or directories under management, all of a pipeline in one task.</summary>
[Cmdlet(VerbsCommon.Add, "BdrcCrossAccount", SupportsShouldProcess = true)]
[OutputType(typeof(BdrcTaskHandle), typeof(BdrcTask), typeof(Jobs.WaitJob))]
public class AddBdrcCrossAccountCommand : TaskWaitingCommand
{
    private readonly Dictionary<string, string> _typesById = new(StringComparer.Ordinal);

    /// <summary>Account UIDs, folder ids or resource directory ids, or objects that have a TargetId.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(TargetId), IsList = true)]
    public string[] TargetId { get; set; } = [];

    /// <summary>The type of the targets: ACCOUNT unless given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(TargetType))]
    public string TargetType { get; set; } = "ACCOUNT";

    /// <summary>Wait until the task ends, and emit the task instead of its handle.</summary>
    [Parameter]
    public override SwitchParameter Wait { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var id in TargetId)
            _typesById[id] = TargetType;
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (_typesById.Count > 0)
        {
            var action = IsRemoval ? Strings.ActionRemoveCrossAccount : Strings.ActionAddCrossAccount;
            StartTask(string.Join(", ", _typesById.Keys), action, UpdateAsync, TargetId);
        }

        base.EndProcessing();
    }

    /// <summary>Whether the targets are released instead.</summary>
    private protected virtual bool IsRemoval => false;

    private Task<BdrcTaskHandle> UpdateAsync(CancellationToken stop)
    {
        var targets = _typesById.Select(static target => new CrossAccountTarget(target.Key, target.Value)).ToArray();
        return Client.UpdateCrossAccountsAsync(IsRemoval ? null : targets, IsRemoval ? targets : null, stop);
    }
}
