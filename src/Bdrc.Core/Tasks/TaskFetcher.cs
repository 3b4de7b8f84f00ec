using Bdrc.Core.Client;

namespace Bdrc.Core.Tasks;

/// <summary>
/// Looks tasks up with as few requests as that takes: a few by id; many from the list, either the newest tasks or the
/// active ones, whichever was cheaper so far. What is in no page is confirmed by id.
/// </summary>
internal sealed class TaskFetcher(BdrcClient client)
{
    /// <summary>Up to here asking by id costs no more than a page, and the answers are smaller.</summary>
    public const int FewTasks = 3;

    /// <summary>So many by id at most in one look: tasks that were found must not wait for the rest.</summary>
    private const int ByIdAtOnce = 40;

    private readonly ListStrategy _costs = new();
    private readonly Queue<string> _lateOnes = new();
    private bool _listRefused;

    public async Task<PollResult> LookAsync(IReadOnlyCollection<string> taskIds, CancellationToken cancellationToken)
    {
        var look = new PollResult();
        var unseen = new HashSet<string>(taskIds, StringComparer.Ordinal);
        try
        {
            if (unseen.Count > FewTasks && !_listRefused)
                await ReadListsAsync(unseen, look, cancellationToken).ConfigureAwait(false);
            await ReadEachAsync(unseen, look, cancellationToken).ConfigureAwait(false);
        }
        catch (BdrcException failure) when (TransientFault.Is(failure))
        {
            // What was seen so far counts; the rest is looked at next time.
            look.Disturbance = failure;
        }

        return look;
    }

    private async Task ReadListsAsync(HashSet<string> unseen, PollResult look, CancellationToken cancellationToken)
    {
        var lists = new TaskListReader(client, unseen, look);
        try
        {
            if (_costs.PrefersActive(unseen.Count))
            {
                await lists.ReadActiveAsync(cancellationToken).ConfigureAwait(false);
                var pages = look.Requests;
                if (unseen.Count > Math.Max(FewTasks, _costs.Newest(unseen.Count)))
                    await lists.ReadNewestAsync(cancellationToken).ConfigureAwait(false);
                _costs.ActiveTook(pages, leftOver: look.Requests - pages + unseen.Count);
            }
            else
            {
                var all = unseen.Count;
                await lists.ReadNewestAsync(cancellationToken).ConfigureAwait(false);
                _costs.NewestTook(all, look.Requests + unseen.Count);
                if (unseen.Count > _costs.ActivePages(unseen.Count))
                    await lists.ReadActiveAsync(cancellationToken).ConfigureAwait(false);
            }
        }
        catch (BdrcException failure) when (!TransientFault.Is(failure) && failure.Kind != BdrcErrorKind.Authentication)
        {
            // Some may look at a task and not at the list.
            _listRefused = true;
        }
    }

    private async Task ReadEachAsync(HashSet<string> unseen, PollResult look, CancellationToken cancellationToken)
    {
        var asked = 0;
        foreach (var id in InTurn(unseen))
        {
            if (asked++ == ByIdAtOnce)
            {
                look.Partial = true;
                return;
            }

            try
            {
                look.Requests++;
                look.Found[id] = await client.DescribeTaskAsync(id, cancellationToken).ConfigureAwait(false);
            }
            catch (BdrcException failure) when (TransientFault.Is(failure))
            {
                // One task that cannot be read must not hide those behind it: next time it comes last.
                _lateOnes.Enqueue(id);
                if (look.Disturbance is not null)
                    return;
                look.Disturbance = failure;
            }
            catch (BdrcException failure) when (failure.Kind != BdrcErrorKind.Authentication)
            {
                look.Lost[id] = failure;
            }
        }
    }

    private List<string> InTurn(HashSet<string> unseen)
    {
        var late = new List<string>();
        while (_lateOnes.Count > 0)
        {
            if (_lateOnes.Dequeue() is var id && unseen.Remove(id))
                late.Add(id);
        }

        return [.. unseen, .. late];
    }
}
