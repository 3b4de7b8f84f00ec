using Bdrc.Core.Client;

namespace Bdrc.Core.Tasks;

/// <summary>
/// Reads the current state of tasks with few requests: a few tasks by id; many from the list, either the newest or the active
/// tasks, whichever took fewer requests so far. Tasks that are on no page are read by id. One poll at a time.
/// </summary>
internal sealed class TaskFetcher(BdrcClient client)
{
    /// <summary>Up to this many tasks, requests by id are as few as pages and have smaller responses.</summary>
    public const int MaxTasksById = 3;

    /// <summary>The most requests by id in one poll: tasks that were found must not wait for the rest.</summary>
    private const int MaxByIdPerPoll = 40;

    private readonly ListStrategy _strategy = new();
    private readonly Queue<string> _failedLast = new();
    private bool _listRefused;

    public async Task<PollResult> FetchAsync(IReadOnlyCollection<string> taskIds, CancellationToken cancellationToken)
    {
        var result = new PollResult();
        var missing = new HashSet<string>(taskIds, StringComparer.Ordinal);
        try
        {
            if (missing.Count > MaxTasksById && !_listRefused)
                await ReadListsAsync(missing, result, cancellationToken).ConfigureAwait(false);
            await ReadByIdAsync(missing, result, cancellationToken).ConfigureAwait(false);
        }
        catch (BdrcException failure) when (PollFaultPolicy.IsTransient(failure))
        {
            // The tasks found so far count; the next poll reads the rest.
            result.Fault = failure;
        }

        return result;
    }

    private async Task ReadListsAsync(HashSet<string> missing, PollResult result, CancellationToken cancellationToken)
    {
        var lists = new TaskListReader(client, missing, result);
        try
        {
            if (_strategy.PrefersActive(missing.Count))
            {
                await lists.ReadActiveAsync(cancellationToken).ConfigureAwait(false);
                var pages = result.RequestCount;
                if (missing.Count > Math.Max(MaxTasksById, _strategy.EstimateNewest(missing.Count)))
                    await lists.ReadNewestAsync(cancellationToken).ConfigureAwait(false);
                _strategy.RecordActive(pages, followUpRequests: result.RequestCount - pages + missing.Count);
            }
            else
            {
                var all = missing.Count;
                await lists.ReadNewestAsync(cancellationToken).ConfigureAwait(false);
                _strategy.RecordNewest(all, result.RequestCount + missing.Count);
                if (missing.Count > _strategy.EstimateActivePages(missing.Count))
                    await lists.ReadActiveAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (BdrcException failure) when (!PollFaultPolicy.IsTransient(failure) && PollFaultPolicy.ConcernsTask(failure))
        {
            // A caller can have permission for DescribeTask and not for DescribeTasks.
            _listRefused = true;
        }
    }

    private async Task ReadByIdAsync(HashSet<string> missing, PollResult result, CancellationToken cancellationToken)
    {
        var requests = 0;
        foreach (var id in InOrder(missing))
        {
            if (requests++ == MaxByIdPerPoll)
            {
                result.IsPartial = true;
                return;
            }

            try
            {
                result.RequestCount++;
                result.Tasks[id] = await client.DescribeTaskAsync(id, cancellationToken).ConfigureAwait(false);
            }
            catch (BdrcException failure) when (PollFaultPolicy.IsTransient(failure))
            {
                // A task that cannot be read must not block the others: the next poll reads it last.
                _failedLast.Enqueue(id);
                if (result.Fault is not null)
                    return;
                result.Fault = failure;
            }
            catch (BdrcException failure) when (PollFaultPolicy.ConcernsTask(failure))
            {
                result.Failures[id] = failure;
            }
        }
    }

    private List<string> InOrder(HashSet<string> missing)
    {
        var last = new List<string>();
        while (_failedLast.Count > 0)
        {
            if (_failedLast.Dequeue() is var id && missing.Remove(id))
                last.Add(id);
        }

        return [.. missing, .. last];
    }
}

/// <summary>The result of one poll.</summary>
internal sealed class PollResult
{
    /// <summary>The current tasks, by id.</summary>
    public Dictionary<string, BdrcTask> Tasks { get; } = new(StringComparer.Ordinal);

    /// <summary>The errors of the tasks that cannot be read, by id.</summary>
    public Dictionary<string, BdrcException> Failures { get; } = new(StringComparer.Ordinal);

    /// <summary>How many requests the poll took.</summary>
    public int RequestCount { get; set; }

    /// <summary>Whether some tasks were left for the next poll, to keep this one short.</summary>
    public bool IsPartial { get; set; }

    /// <summary>Whether the service throttled a request of the account meanwhile.</summary>
    public bool IsThrottled { get; set; }

    /// <summary>A transient fault because of which some tasks were not read; null for none.</summary>
    public BdrcException? Fault { get; set; }
}
