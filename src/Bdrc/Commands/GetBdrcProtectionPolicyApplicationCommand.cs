using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Operations.Policies;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Get-BdrcProtectionPolicyApplication: what an application of a policy did to each resource.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcProtectionPolicyApplication", SupportsPaging = true)]
[OutputType(typeof(BdrcProtectionPolicyApplication))]
public sealed class GetBdrcProtectionPolicyApplicationCommand : BdrcCommand
{
    /// <summary>Id of the policy, or an object that has a ProtectionPolicyId.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(ProtectionPolicyId))]
    public string ProtectionPolicyId { get; set; } = string.Empty;

    /// <summary>The application's task; without it the policy's latest.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [Alias("LatestTaskId")]
    [AllowNull]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Identifier, Accepts = EmptyValues.Text | EmptyValues.Null)]
    public string? TaskId { get; set; }

    /// <summary>Only records with one of these outcomes.</summary>
    [Parameter]
    [Alias("Status")]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Choice, IsList = true)]
    public string[]? ApplyStatus { get; set; }

    /// <summary>Only resources of this type.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Choice)]
    public string? ResourceType { get; set; }

    /// <summary>Only sub-policies of this type.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Choice)]
    public string? SubProtectionPolicyType { get; set; }

    /// <summary>How many records are requested at a time; the list is complete with every value.</summary>
    [Parameter]
    [WholeNumber(1, 100)]
    public int? PageSize { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!TryAwait(FindTaskAsync, ProtectionPolicyId, out var taskId))
            return;

        foreach (var status in (IEnumerable<string?>?)ApplyStatus ?? [null])
        {
            var pages = Client.ListProtectionPolicyApplications(new ApplicationQuery
            {
                ProtectionPolicyId = ProtectionPolicyId,
                TaskId = taskId,
                ApplyStatus = status,
                ResourceType = ResourceType,
                SubProtectionPolicyType = SubProtectionPolicyType,
                PageSize = PageSize,
            });
            WritePages(pages.ReadAsync, pages.GetTotalCount, ProtectionPolicyId);
        }
    }

    private async Task<string> FindTaskAsync(CancellationToken stop)
    {
        foreach (var status in (IEnumerable<string?>?)ApplyStatus ?? [null])
            ApplicationQuery.CheckFilters(status, ResourceType, SubProtectionPolicyType);
        if (!string.IsNullOrEmpty(TaskId))
            return TaskId!;

        // A policy object from before the first application has no task id; the service may have one now.
        var policy = await Client.GetProtectionPolicyAsync(ProtectionPolicyId, stop).ConfigureAwait(false);
        return string.IsNullOrEmpty(policy.LatestTaskId) ? throw NotApplied() : policy.LatestTaskId!;
    }

    private BdrcException NotApplied() =>
        new(BdrcErrorKind.NotFound, "PolicyNotApplied", Strings.PolicyNotApplied.FormatInvariant(ProtectionPolicyId))
        {
            RecommendedAction = Strings.PolicyNotAppliedAdvice,
        };
}
