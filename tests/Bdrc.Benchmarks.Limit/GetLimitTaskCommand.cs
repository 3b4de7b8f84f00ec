using System.Management.Automation;

namespace Bdrc.Benchmarks.Limit;

/// <summary>Get-LimitTask: what Get-BdrcTask does, as cheaply as it can be done.</summary>
[Cmdlet(VerbsCommon.Get, "LimitTask", DefaultParameterSetName = "List")]
[OutputType(typeof(LimitTask))]
public sealed class GetLimitTaskCommand : LimitListCommand
{
    /// <summary>Ids of tasks.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ById", ValueFromPipeline = true)]
    public string[] TaskId { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == "List")
        {
            WritePages("/api/v1/tasks", LimitJsonContext.Default.LimitAnswerLimitPageLimitTask);
            return;
        }

        foreach (var id in TaskId)
            WriteObject(LimitClient.Get("/api/v1/tasks/" + id, LimitJsonContext.Default.LimitAnswerLimitTask));
    }
}
