using System.Management.Automation;

namespace Bdrc.Benchmarks.Limit;

/// <summary>Get-LimitTask: the work of Get-BdrcTask at the lowest possible cost.</summary>
[Cmdlet(VerbsCommon.Get, "LimitTask", DefaultParameterSetName = "List")]
[OutputType(typeof(LimitTask))]
public sealed class GetLimitTaskCommand : LimitListCommand
{
    /// <summary>The ids of the tasks.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ById", ValueFromPipeline = true)]
    public string[] TaskId { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == "List")
        {
            WritePages("/api/v1/tasks", LimitJsonContext.Default.LimitResponseLimitPageLimitTask);
            return;
        }

        foreach (var id in TaskId)
            WriteObject(LimitClient.Get("/api/v1/tasks/" + id, LimitJsonContext.Default.LimitResponseLimitTask));
    }
}
