using Bdrc.Core.Client;

namespace Bdrc.Core.Tasks;

/// <summary>Reads pages of the task list until the tasks that are looked for were seen.</summary>
/// <param name="client">The service.</param>
/// <param name="unseen">The ids looked for; those that are seen are taken out.</param>
/// <param name="look">Receives what is seen.</param>
internal sealed class TaskListReader(BdrcClient client, HashSet<string> unseen, PollResult look)
{
    public const int PageSize = 500;

    /// <summary>After so many pages in a row without one of the tasks, the rest is not worth reading on for.</summary>
    private const int BarrenPages = 2;

    /// <summary>
    /// Reads the tasks that have not ended. CREATED comes first: a task that starts meanwhile is then seen as RUNNING
    /// instead of not at all.
    /// </summary>
    public async Task ReadActiveAsync(CancellationToken cancellationToken)
    {
        await ReadAsync(TaskStatuses.Created, int.MaxValue, cancellationToken).ConfigureAwait(false);
        await ReadAsync(TaskStatuses.Running, int.MaxValue, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads tasks of every state, newest first as the service lists them.</summary>
    public Task ReadNewestAsync(CancellationToken cancellationToken) => ReadAsync(null, BarrenPages, cancellationToken);

    private async Task ReadAsync(string? status, int barrenPages, CancellationToken cancellationToken)
    {
        var pages = client.DescribeTasks(status, null, PageSize);
        var barren = 0;
        while (unseen.Count > 0 && barren < barrenPages)
        {
            look.Requests++;
            if (await pages.ReadAsync(cancellationToken).ConfigureAwait(false) is not { } page)
            {
                look.Requests--;
                return;
            }

            barren = Take(page) ? 0 : barren + 1;
        }
    }

    private bool Take(IReadOnlyList<BdrcTask> page)
    {
        var any = false;
        for (var i = 0; i < page.Count; i++)
        {
            var task = page[i];

            // A task can be on two pages when its state changes between them: the later one is right.
            if (unseen.Remove(task.TaskId) || look.Found.ContainsKey(task.TaskId))
            {
                look.Found[task.TaskId] = task;
                any = true;
            }
        }

        return any;
    }
}
