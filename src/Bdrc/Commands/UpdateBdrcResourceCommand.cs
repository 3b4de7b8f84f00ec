using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Client;
using Bdrc.Sandbox.Contract;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Update-BdrcResource: starts a refresh of the inventory and its checks.</summary>
[Cmdlet(VerbsData.Update, "BdrcResource", SupportsShouldProcess = true)]
[OutputType(typeof(BdrcTaskHandle), typeof(BdrcTask), typeof(Jobs.WaitJob))]
public sealed class UpdateBdrcResourceCommand : TaskStartingCommand
{
    /// <summary>Only resources of this type; without it all.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(ResourceTypeCompleter))]
    [Text(ArgumentFormat.Choice)]
    public string? ResourceType { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => Start(
        ResourceType ?? Strings.AllResources,
        Strings.ActionRefresh,
        stop => BdrcClient.For(Target, Report).UpdateResourcesAsync(ResourceType, stop),
        ResourceType);
}
