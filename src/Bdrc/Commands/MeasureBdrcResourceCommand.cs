using System.Collections;
using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Client;
using Bdrc.Core.Operations.Resources;
using Bdrc.Core.Tasks;
using Bdrc.Sandbox.Contract;

namespace Bdrc.Commands;

/// <summary>Measure-BdrcResource: counts the resources that meet conditions on their tags.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "BdrcResource", DefaultParameterSetName = TagSet)]
[OutputType(typeof(BdrcResourceCount), typeof(BdrcTaskHandle), typeof(Jobs.WaitJob))]
public sealed class MeasureBdrcResourceCommand : TaskWaitingCommand
{
    private const string TagSet = "Tag";
    private const string JsonSet = "Json";

    /// <summary>Tags that must have these values.</summary>
    [Parameter(Position = 0, ParameterSetName = TagSet)]
    [Pairs("@{ env = 'prod' }")]
    public IDictionary? Tag { get; set => field = this.Beside(value); }

    /// <summary>Keys of tags that must be there, whatever their value.</summary>
    [Parameter(ParameterSetName = TagSet)]
    [Text(ArgumentFormat.TagKey, IsList = true)]
    public string[]? HasTag { get; set => field = this.Beside(value); }

    /// <summary>Tags that must be there with another value.</summary>
    [Parameter(ParameterSetName = TagSet)]
    [Pairs("@{ env = 'prod' }")]
    public IDictionary? TagNot { get; set => field = this.Beside(value); }

    /// <summary>The conditions as JSON text: an array of Key, Operator, Values.</summary>
    [Parameter(Mandatory = true, ParameterSetName = JsonSet)]
    [Alias("TagResourceMatchers")]
    [Text(ArgumentFormat.MatchersJson)]
    public string? TagResourceMatcher { get; set => field = this.Beside(value); }

    /// <summary>Only resources of this type.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ResourceTypeCompleter))]
    [Text(ArgumentFormat.Choice)]
    public string? ResourceType { get; set; }

    /// <summary>Emit the handle of the task that counts at once, instead of the counts.</summary>
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    /// <inheritdoc/>
    protected override void CheckCombination()
    {
        if (NoWait)
            RefuseBeside(nameof(NoWait), nameof(AsJob), nameof(Timeout), nameof(PollInterval));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!TryAwait(CountAsync, target: null, out var handle))
            return;

        if (NoWait)
            WriteObject(handle);
        else
            WaitFor([handle.TaskId]);
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<object> Emitted(BdrcTask task) =>
        task is { Succeeded: true } ? [.. ResourceCounts.Read(task)] : [];

    private Task<BdrcTaskHandle> CountAsync(CancellationToken stop)
    {
        var matchers = TagResourceMatcher is null
            ? TagConditions.ForCount(Tag, HasTag, TagNot)
            : TagMatchers.CheckGivenForCount("-" + nameof(TagResourceMatcher), TagResourceMatcher);
        return BdrcClient.For(Target, Report).PrecheckResourceCountAsync(ResourceType, matchers, stop);
    }
}
