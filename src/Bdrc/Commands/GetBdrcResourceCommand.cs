using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Operations.Resources;
using Bdrc.Parameters;

namespace Bdrc.Commands;

/// <summary>Get-BdrcResource: the inventory, page by page.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcResource", SupportsPaging = true)]
[OutputType(typeof(BdrcResource))]
public sealed class GetBdrcResourceCommand : BdrcCommand, IDynamicParameters
{
    private const int LongestId = 128;

    private readonly ScopeParameters _scope = new();

    /// <summary>ARNs or ids of resources, or objects that have a ResourceArn.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(ResourceArn), YieldsToOthers = true, IsList = true)]
    public string[]? ResourceArn { get; set; }

    /// <summary>Only the resource with this id, as its product names it.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Identifier)]
    public string? ResourceId { get; set; }

    /// <summary>Only resources of this type.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Choice)]
    public string? ResourceType { get; set; }

    /// <summary>Only resources in this region; -Region is the region of the endpoint.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Region)]
    public string? ResourceRegionId { get; set; }

    /// <summary>Only resources of this storage class.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Choice)]
    public string? StorageClass { get; set; }

    /// <summary>Only resources with this redundancy.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Choice)]
    public string? DataRedundancyType { get; set; }

    /// <summary>Only resources that violate this rule.</summary>
    [Parameter]
    [ArgumentFormat(ArgumentKind.Identifier)]
    public string? FailedRuleTemplate { get; set; }

    /// <summary>Field that the service sorts by.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Choice)]
    public string? SortBy { get; set; }

    /// <summary>ASC or DESC.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Choice)]
    public string? SortOrder { get; set; }

    /// <summary>How many resources are requested at a time; the list is complete with every value.</summary>
    [Parameter]
    [WholeNumber(10, 100)]
    public int? PageSize { get; set; }

    /// <summary>Returns the parameters that describe the scope of the query.</summary>
    public object GetDynamicParameters() => _scope;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ResourceArn is null)
            Write(null);
        foreach (var arn in ResourceArn ?? [])
            Write(arn);
    }

    private void Write(string? resource)
    {
        // An ARN has colons; the id of a product has none.
        var isId = ResourceId is null && resource is { Length: <= LongestId }
            && resource.All(static c => char.IsLetterOrDigit(c) || c is '-' or '_');
        var pages = Client.DescribeResources(new ResourceQuery
        {
            DataRedundancyType = DataRedundancyType,
            FailedRuleTemplate = FailedRuleTemplate,
            PageSize = PageSize,
            ResourceArn = isId ? null : resource,
            ResourceCategoryId = _scope.ResourceCategoryId,
            ResourceId = isId ? resource : ResourceId,
            ResourceOwnerIds = _scope.ResourceOwnerId,
            ResourceRegionId = ResourceRegionId,
            ResourceType = ResourceType,
            SortBy = SortBy,
            SortOrder = SortOrder,
            StorageClass = StorageClass,
        });
        WritePages(pages.ReadAsync, pages.GetTotalCount, resource);
    }
}
