using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Client;
using Bdrc.Sandbox.Contract;

namespace Bdrc.Commands;

/// <summary>Get-BdrcTopRiskyResource: the resources most at risk, as many as the service names.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcTopRiskyResource")]
[OutputType(typeof(BdrcResource))]
public sealed class GetBdrcTopRiskyResourceCommand : ScopedCommand
{
    /// <summary>Only resources of this type.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(ResourceTypeCompleter))]
    [Text(ArgumentFormat.Choice)]
    public string? ResourceType { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteList(ReadAsync);

    private Task<IReadOnlyList<BdrcResource>> ReadAsync(CancellationToken stop) =>
        BdrcClient.For(Target, Report).DescribeTopRiskyResourcesAsync(ResourceType, ResourceCategoryId, ResourceOwnerId, stop);
}
