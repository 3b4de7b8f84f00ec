using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Parameters;

namespace Bdrc.Commands;

/// <summary>Get-BdrcTopRiskyResource: the resources most at risk, as many as the service returns.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcTopRiskyResource", SupportsPaging = true)]
[OutputType(typeof(BdrcResource))]
public sealed class GetBdrcTopRiskyResourceCommand : BdrcCommand, IDynamicParameters
{
    private readonly ScopeParameters _scope = new();

    /// <summary>Only resources of this type.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Choice)]
    public string? ResourceType { get; set; }

    /// <summary>Returns the parameters that describe the scope of the query.</summary>
    public object GetDynamicParameters() => _scope;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // The service returns the list in one call: it is the only page, and its length is the total count.
        IReadOnlyList<BdrcResource>? list = null;
        WritePages(
            async stop => list is null ? list = await ReadAsync(stop).ConfigureAwait(false) : null,
            () => list?.Count);
    }

    private Task<IReadOnlyList<BdrcResource>> ReadAsync(CancellationToken stop) =>
        Client.DescribeTopRiskyResourcesAsync(ResourceType, _scope.ResourceCategoryId, _scope.ResourceOwnerId, stop);
}
