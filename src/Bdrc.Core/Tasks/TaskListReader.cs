using Bdrc.Core.Client;

namespace Bdrc.Core.Tasks;

/// <summary>Reads pages of the task list until every polled task was found.</summary>
/// <param name="client">The client of the service.</param>
/// <param name="missing">The ids that are searched for; the reader removes those that it finds.</param>
/// <param name="result">Receives the tasks that are found.</param>
internal sealed class TaskListReader(BdrcClient client, HashSet<string> missing, PollResult result)
{
    public const int PageSize = 500;

    /// <summary>After this many pages in a row without a polled task, requests by id are cheaper.</summary>
    private const int MaxPagesWithoutMatch = 2;

    /// <summary>
    /// Reads the tasks that have not ended. CREATED is read first: a task that starts between the two lists is then found as
    /// RUNNING instead of in neither.
    /// </summary>
    public async Task ReadActiveAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(TaskStatuses.Created, int.MaxValue, cancellationToken).ConfigureAwait(false);
        await ReadAsync(TaskStatuses.Running, int.MaxValue, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads tasks of every status, newest first, in the order of the service.</summary>
    public Task ReadNewestAsync(CancellationToken cancellationToken) => ReadAsync(null, MaxPagesWithoutMatch, cancellationToken);

    private async Task ReadAsync(string? status, int maxPagesWithoutMatch, CancellationToken cancellationToken)
    {
        var pages = client.DescribeTasks(status, null, PageSize);
        var withoutMatch = 0;
        while (missing.Count > 0 && withoutMatch < maxPagesWithoutMatch)
        {
            result.RequestCount++;
            if (await pages.ReadAsync(cancellationToken).ConfigureAwait(false) is not { } page)
            {
                result.RequestCount--;
                return;
            }

            withoutMatch = AddMatches(page) ? 0 : withoutMatch + 1;
        }
    }

    private bool AddMatches(IReadOnlyList<BdrcTask> page)
    {
        var any = false;
        for (var i = 0; i < page.Count; i++)
        {
            var task = page[i];

            // A task whose status changes between two pages can be on both; the later page is correct.
            if (missing.Remove(task.TaskId) || result.Tasks.ContainsKey(task.TaskId))
            {
                result.Tasks[task.TaskId] = task;
                any = true;
            }
        }

        return any;
    }
}
