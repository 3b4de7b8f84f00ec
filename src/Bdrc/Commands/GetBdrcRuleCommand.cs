using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Parameters;

namespace Bdrc.Commands;

/// <summary>Get-BdrcRule: protection rules and their results.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcRule", SupportsPaging = true)]
[OutputType(typeof(BdrcRule))]
public sealed class GetBdrcRuleCommand : BdrcCommand, IDynamicParameters
{
    private readonly ScopeParameters _scope = new();

    /// <summary>Only rules for resources of this type.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Choice)]
    public string? ResourceType { get; set; }

    /// <summary>Only resources in this region count; -Region is the region of the endpoint.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Region)]
    public string? ResourceRegionId { get; set; }

    /// <summary>How many rules are requested at a time; the list is complete with every value.</summary>
    [Parameter]
    [WholeNumber(1, 50)]
    public int? PageSize { get; set; }

    /// <summary>Returns the parameters that describe the scope of the query.</summary>
    public object GetDynamicParameters() => _scope;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var pages = Client.DescribeRules(ResourceType, ResourceRegionId, _scope.ResourceCategoryId, _scope.ResourceOwnerId, PageSize);
        WritePages(pages.ReadAsync, pages.GetTotalCount);
    }
}
