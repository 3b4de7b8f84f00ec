using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Client;
using Bdrc.Sandbox.Contract;

namespace Bdrc.Commands;

/// <summary>Get-BdrcProtectionPolicy: looks policies up by id, or lists them page by page.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcProtectionPolicy", DefaultParameterSetName = "List", SupportsPaging = true)]
[OutputType(typeof(BdrcProtectionPolicy))]
public sealed class GetBdrcProtectionPolicyCommand : BdrcCommand
{
    /// <summary>Ids of policies, or objects that have a ProtectionPolicyId.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = "ById",
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [Identity(nameof(ProtectionPolicyId), IsList = true)]
    public string[] ProtectionPolicyId { get; set => field = this.Beside(value); } = [];

    /// <summary>Read each policy from the list, which alone gives LatestApplySummary.</summary>
    [Parameter(ParameterSetName = "ById")]
    public SwitchParameter IncludeSummary { get; set => field = this.Beside(value); }

    /// <summary>Only policies of this region.</summary>
    [Parameter(ParameterSetName = "List")]
    [ArgumentCompleter(typeof(ResourceRegionCompleter))]
    [Text(ArgumentFormat.Region)]
    public string? ProtectionPolicyRegionId { get; set => field = this.Beside(value); }

    /// <summary>How many policies are asked for at a time; the list is complete whatever it is.</summary>
    [Parameter(ParameterSetName = "List")]
    [WholeNumber(1, 100)]
    public int? PageSize { get; set => field = this.Beside(value); }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == "List")
            List(null);

        foreach (var id in ProtectionPolicyId)
        {
            if (IncludeSummary)
                List(id);
            else
                TryWrite(stop => BdrcClient.For(Target, Report).GetProtectionPolicyAsync(id, stop), id);
        }
    }

    private void List(string? id)
    {
        var pages = BdrcClient.For(Target, Report).ListProtectionPolicies(id, ProtectionPolicyRegionId, PageSize);
        WritePages(pages.ReadAsync, pages.GetTotalCount, id);
    }
}
