using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Json;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Update-BdrcResource: starts a refresh of the inventory and its checks.</summary>
[Cmdlet(VerbsData.Update, "BdrcResource", SupportsShouldProcess = true)]
[OutputType(typeof(BdrcTaskHandle), typeof(BdrcTask), typeof(Jobs.WaitJob))]
public sealed class UpdateBdrcResourceCommand : TaskWaitingCommand
{
    /// <summary>Only resources of this type; without it all.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Choice)]
    public string? ResourceType { get; set; }

    /// <summary>Wait until the task ends, and emit the task instead of its handle.</summary>
    [Parameter]
    public override SwitchParameter Wait { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => StartTask(
        ResourceType ?? Strings.AllResources,
        Strings.ActionRefresh,
        stop => Client.UpdateResourcesAsync(ResourceType, stop),
        ResourceType,
        FindRunningAsync);

    private async Task<string?> FindRunningAsync(CancellationToken stop)
    {
        foreach (var status in new[] { TaskStatuses.Running, TaskStatuses.Created })
        {
            var tasks = await Client.DescribeTasks(status, "UPDATE_RESOURCES", pageSize: null).ReadAsync(stop).ConfigureAwait(false);
            if (tasks?.FirstOrDefault(Includes) is { } running)
                return running.TaskId;
        }

        return null;
    }

    // A refresh of other types does not include this one.
    private bool Includes(BdrcTask refresh) => ResourceType is null
        || JsonText.Parse(refresh.TaskDetail ?? string.Empty) is not IDictionary<string, object?> detail
        || !detail.TryGetValue("resourceTypes", out var types)
        || types is not object?[] { Length: > 0 } listed
        || listed.Contains(ResourceType);
}
