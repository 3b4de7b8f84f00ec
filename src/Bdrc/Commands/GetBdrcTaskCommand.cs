using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Core.Client;
using Bdrc.Sandbox.Contract;
using Bdrc.Sandbox.Rules;

namespace Bdrc.Commands;

/// <summary>Get-BdrcTask: looks tasks up by id, or lists them page by page.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcTask", DefaultParameterSetName = "List", SupportsPaging = true)]
[OutputType(typeof(BdrcTask))]
public sealed class GetBdrcTaskCommand : BdrcCommand
{
    private const int SmallestPage = 10;
    private const int LargestPage = 500;

    /// <summary>Ids of tasks, or objects that have a TaskId.</summary>
    [Parameter(
        Mandatory = true,
        Position = 0,
        ParameterSetName = "ById",
        ValueFromPipeline = true,
        ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [Identity(nameof(TaskId), IsList = true, Takes = EmptyValues.Text)]
    public string[] TaskId { get; set => field = this.Beside(value); } = [];

    /// <summary>Only tasks in this state.</summary>
    [Parameter(ParameterSetName = "List")]
    [Alias("TaskStatus")]
    [ArgumentCompleter(typeof(TaskStatusCompleter))]
    [Text(ArgumentFormat.Choice)]
    public string? Status { get; set => field = this.Beside(value); }

    /// <summary>Only tasks of this kind.</summary>
    [Parameter(ParameterSetName = "List")]
    [Alias("TaskType")]
    [ArgumentCompleter(typeof(TaskTypeCompleter))]
    [Text(ArgumentFormat.Choice)]
    public string? Type { get; set => field = this.Beside(value); }

    /// <summary>How many tasks are asked for at a time; the list is complete whatever it is.</summary>
    [Parameter(ParameterSetName = "List")]
    [WholeNumber(SmallestPage, LargestPage)]
    public int? PageSize { get; set => field = this.Beside(value); }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == "List")
        {
            var pages = BdrcClient.For(Target, Report).DescribeTasks(Status, Type, PageSize ?? FittingPageSize());
            WritePages(pages.ReadAsync, pages.GetTotalCount);
            return;
        }

        foreach (var id in TaskId)
            TryWrite(stop => BdrcClient.For(Target, Report).DescribeTaskAsync(id, stop), id);
    }

    /// <summary>The largest page, as the quota counts requests; smaller when -First says that less is wanted.</summary>
    private int FittingPageSize() => PagingParameters.First < LargestPage
        ? (int)Math.Max(SmallestPage, Math.Min(LargestPage, PagingParameters.First + PagingParameters.Skip))
        : LargestPage;
}
