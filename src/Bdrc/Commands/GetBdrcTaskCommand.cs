using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Completion;
using Bdrc.Parameters;

namespace Bdrc.Commands;

/// <summary>Get-BdrcTask: returns tasks by id, or lists them page by page.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcTask", SupportsPaging = true)]
[OutputType(typeof(BdrcTask))]
[ParameterForm("List", Allows = "Status Type PageSize")]
[ParameterForm("ById", Requires = "TaskId")]
public sealed class GetBdrcTaskCommand : BdrcCommand
{
    private const int SmallestPage = 10;
    private const int LargestPage = 500;

    /// <summary>Ids of tasks, or objects that have a TaskId.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyString]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [Identity(nameof(TaskId), IsList = true, Accepts = EmptyValues.Text)]
    public string[]? TaskId { get; set; }

    /// <summary>Only tasks in one of these states; the list has the tasks of the first state first.</summary>
    [Parameter]
    [Alias("TaskStatus")]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Choice, IsList = true)]
    public string[]? Status { get; set; }

    /// <summary>Only tasks of this type.</summary>
    [Parameter]
    [Alias("TaskType")]
    [ArgumentCompleter(typeof(ValueCompleter))]
    [ArgumentFormat(ArgumentKind.Choice)]
    public string? Type { get; set; }

    /// <summary>How many tasks are requested at a time; the list is complete with every value.</summary>
    [Parameter]
    [WholeNumber(SmallestPage, LargestPage)]
    public int? PageSize { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (TaskId is null)
        {
            foreach (var status in (IEnumerable<string?>?)Status ?? [null])
            {
                var pages = Client.DescribeTasks(status, Type, PageSize ?? FittingPageSize());
                WritePages(pages.ReadAsync, pages.GetTotalCount);
            }

            return;
        }

        foreach (var id in TaskId)
            TryWriteResult(stop => Client.DescribeTaskAsync(id, stop), id);
    }

    /// <summary>The largest page, because the quota counts requests; a smaller one when -First selects fewer.</summary>
    private int FittingPageSize() => PagingParameters.First < LargestPage
        ? (int)Math.Max(SmallestPage, Math.Min(LargestPage, PagingParameters.First + PagingParameters.Skip))
        : LargestPage;
}
