using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Parameters;

namespace Bdrc.Commands;

/// <summary>Get-BdrcProtectionPolicy: returns policies by id, or lists them page by page.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcProtectionPolicy", SupportsPaging = true)]
[OutputType(typeof(BdrcProtectionPolicy))]
[ParameterForm("List", Allows = "ProtectionPolicyRegionId PageSize")]
[ParameterForm("ById", Requires = "ProtectionPolicyId", Allows = "IncludeSummary")]
public sealed class GetBdrcProtectionPolicyCommand : BdrcCommand
{
    /// <summary>Ids of policies, or objects that have a ProtectionPolicyId.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(ProtectionPolicyId), IsList = true)]
    public string[]? ProtectionPolicyId { get; set; }

    /// <summary>Read each policy from the list, which is the only source of LatestApplySummary.</summary>
    [Parameter]
    public SwitchParameter IncludeSummary { get; set; }

    /// <summary>Only policies of this region.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Region)]
    public string? ProtectionPolicyRegionId { get; set; }

    /// <summary>How many policies are requested at a time; the list is complete with every value.</summary>
    [Parameter]
    [WholeNumber(1, 100)]
    public int? PageSize { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ProtectionPolicyId is null)
            WriteFromList(null);
        foreach (var id in ProtectionPolicyId ?? [])
        {
            if (IncludeSummary)
                WriteFromList(id);
            else
                TryWriteResult(stop => Client.GetProtectionPolicyAsync(id, stop), id);
        }
    }

    private void WriteFromList(string? id)
    {
        var pages = Client.ListProtectionPolicies(id, ProtectionPolicyRegionId, PageSize);
        WritePages(pages.ReadAsync, pages.GetTotalCount, id);
    }
}
