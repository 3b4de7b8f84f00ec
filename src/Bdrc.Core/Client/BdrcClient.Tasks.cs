using Bdrc.Core.Operations;

namespace Bdrc.Core.Client;

/// <content>Tasks.</content>
public sealed partial class BdrcClient
{
    /// <summary>DescribeTask: one task.</summary>
    /// <param name="taskId">Its id.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    public async Task<BdrcTask> DescribeTaskAsync(string taskId, CancellationToken cancellationToken)
    {
        var request = new ApiRequest(BdrcOperations.DescribeTask).Add("TaskId", taskId);
        return (await CallAsync<BdrcTask>(request, cancellationToken).ConfigureAwait(false)).Data;
    }

    /// <summary>DescribeTasks: all tasks, page by page.</summary>
    /// <param name="status">Only tasks in this state; null for all.</param>
    /// <param name="type">Only tasks of this kind; null for all.</param>
    /// <param name="pageSize">How many tasks a page holds, 10 to 500 as the service clamps it; null for 500: the quota counts requests.</param>
    public PageReader<BdrcTask> DescribeTasks(string? status, string? type, int? pageSize) =>
        Pages<BdrcTask>(() => new ApiRequest(BdrcOperations.DescribeTasks)
            .Add("MaxResults", pageSize ?? 500)
            .AddId("TaskStatus", status)
            .AddId("TaskType", type));

    private async Task<BdrcTaskHandle> StartTaskAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var (handle, requestId) = await CallAsync<BdrcTaskHandle>(request, cancellationToken).ConfigureAwait(false);
        handle.Operation = request.Operation.Name;
        handle.RequestId = requestId;
        return handle;
    }
}
