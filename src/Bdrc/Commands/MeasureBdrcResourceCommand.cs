using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Operations.Resources;
using Bdrc.Parameters;

namespace Bdrc.Commands;

/// <summary>Measure-BdrcResource: counts the resources whose tags meet conditions.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "BdrcResource")]
[ParameterForm("Tag", Allows = "Tag HasTag TagNot")]
[ParameterForm("Json", Requires = "TagResourceMatcher")]
[OutputType(typeof(BdrcResourceCount), typeof(BdrcTaskHandle), typeof(Jobs.WaitJob))]
public sealed class MeasureBdrcResourceCommand : TaskWaitingCommand, IDynamicParameters
{
    private readonly CountParameters _conditions = new();

    /// <summary>Only resources of this type.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Choice)]
    public string? ResourceType { get; set; }

    /// <summary>Emit the handle of the counting task at once, instead of the counts.</summary>
    [Parameter]
    public SwitchParameter NoWait { get; set; }

    /// <summary>Returns the parameters that describe resources by their tags.</summary>
    public object GetDynamicParameters() => _conditions;

    /// <inheritdoc/>
    private protected override void CheckParameters(GivenParameters given) =>
        given.Exclude(nameof(NoWait), nameof(AsJob), nameof(Timeout), nameof(PollInterval));

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!TryAwait(CountAsync, target: null, out var handle))
            return;

        if (NoWait)
            WriteObject(handle);
        else
            WaitForTasks([handle.TaskId], new TaskWaitMode(JustStarted: true));
    }

    /// <inheritdoc/>
    protected override IReadOnlyList<object> ToOutput(BdrcTask task) =>
        task is { Succeeded: true } ? [.. ResourceCounts.Read(task)] : [];

    private Task<BdrcTaskHandle> CountAsync(CancellationToken stop) => Client.PrecheckResourceCountAsync(
        ResourceType, _conditions.ToTagResourceMatcher(), stop);
}
