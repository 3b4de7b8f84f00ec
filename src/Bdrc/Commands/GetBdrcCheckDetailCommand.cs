using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;

namespace Bdrc.Commands;

/// <summary>Get-BdrcCheckDetail: the results of the rules on resources.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcCheckDetail", SupportsPaging = true)]
[OutputType(typeof(BdrcCheckDetail))]
public sealed class GetBdrcCheckDetailCommand : BdrcCommand
{
    /// <summary>ARNs of resources, or objects that have a ResourceArn.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(ResourceArn), IsList = true)]
    public string[] ResourceArn { get; set; } = [];

    /// <summary>Only the result of this rule.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(RuleId))]
    public string? RuleId { get; set; }

    /// <summary>How many results are requested at a time; the list is complete with every value.</summary>
    [Parameter]
    [WholeNumber(1, 100)]
    public int? PageSize { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in ResourceArn)
        {
            var pages = Client.DescribeCheckDetails(arn, RuleId, PageSize);
            WritePages(pages.ReadAsync, pages.GetTotalCount, arn);
        }
    }
}
