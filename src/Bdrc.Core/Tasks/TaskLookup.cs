using Bdrc.Core.Pipeline;

namespace Bdrc.Core.Tasks;

/// <summary>Looks tasks up: a few by id, many from the list.</summary>
internal sealed class TaskLookup(BdrcClient client)
{
    /// <summary>Up to here asking by id costs no more than reading a page or two.</summary>
    private const int FewTasks = 5;

    private const int PageSize = 100;

    public async Task<TaskLook> LookAsync(IReadOnlyList<string> taskIds, CancellationToken cancellationToken)
    {
        var look = new TaskLook();
        try
        {
            var rest = taskIds.Count > FewTasks
                ? await ReadListAsync(taskIds, look, cancellationToken).ConfigureAwait(false)
                : taskIds;
            foreach (var id in rest)
                await ReadOneAsync(id, look, cancellationToken).ConfigureAwait(false);
        }
        catch (BdrcException failure) when (IsTransient(failure))
        {
            // What was seen so far counts; the rest is looked at next time.
            look.Disturbance = failure;
        }

        return look;
    }

    /// <summary>Reads pages until every task was seen.</summary>
    /// <returns>Tasks that are not in the list.</returns>
    private async Task<IReadOnlyList<string>> ReadListAsync(
        IReadOnlyList<string> taskIds, TaskLook look, CancellationToken cancellationToken)
    {
        var unseen = new HashSet<string>(taskIds, StringComparer.Ordinal);
        var pages = client.DescribeTasks(null, null, PageSize);
        while (unseen.Count > 0 && await pages.ReadAsync(cancellationToken).ConfigureAwait(false) is { } page)
        {
            foreach (var task in page)
            {
                if (unseen.Remove(task.TaskId))
                    look.Found.Add(task);
            }
        }

        return [.. unseen];
    }

    private async Task ReadOneAsync(string taskId, TaskLook look, CancellationToken cancellationToken)
    {
        try
        {
            look.Found.Add(await client.DescribeTaskAsync(taskId, cancellationToken).ConfigureAwait(false));
        }
        catch (BdrcException failure) when (!IsTransient(failure) && failure.Kind != BdrcErrorKind.Authentication)
        {
            look.Lost.Add(new KeyValuePair<string, BdrcException>(taskId, failure));
        }
    }

    private static bool IsTransient(BdrcException failure) =>
        RetryPolicy.Classify(failure) != FailureClass.Final || failure.Kind == BdrcErrorKind.InvalidResponse;
}
