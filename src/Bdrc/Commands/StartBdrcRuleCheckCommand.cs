using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Start-BdrcRuleCheck: starts a check of each resource; with -Wait it waits for all at once.</summary>
[Cmdlet(VerbsLifecycle.Start, "BdrcRuleCheck", SupportsShouldProcess = true)]
[OutputType(typeof(BdrcTaskHandle), typeof(BdrcTask), typeof(Jobs.WaitJob))]
public sealed class StartBdrcRuleCheckCommand : TaskWaitingCommand
{
    /// <summary>ARNs of resources, or objects that have a ResourceArn.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(ResourceArn), IsList = true)]
    public string[] ResourceArn { get; set; } = [];

    /// <summary>Check this rule only; without it every rule that applies.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(RuleId))]
    public string? RuleId { get; set; }

    /// <summary>Wait until the task ends, and emit the task instead of its handle.</summary>
    [Parameter]
    public override SwitchParameter Wait { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (var arn in ResourceArn)
        {
            StartTask(
                arn,
                RuleId is null ? Strings.ActionCheckRules : Strings.ActionCheckRule.FormatInvariant(RuleId),
                stop => Client.CheckRulesAsync(arn, RuleId, stop),
                arn);
        }
    }
}
