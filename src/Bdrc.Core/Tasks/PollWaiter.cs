namespace Bdrc.Core.Tasks;

/// <summary>A wait that stands in line for its next look.</summary>
/// <param name="taskIds">The tasks it waits for.</param>
/// <param name="due">When it wants the look, as a timestamp.</param>
/// <param name="report">Receives messages for its user; null for none.</param>
internal sealed class PollWaiter(IReadOnlyCollection<string> taskIds, long due, Action<BdrcDiagnostic>? report)
{
    // Whoever completes it holds no lock, so what follows may run at once.
    private readonly TaskCompletionSource<PollResult> _look = new();

    public IReadOnlyCollection<string> TaskIds => taskIds;

    public long Due => due;

    public Action<BdrcDiagnostic>? Report => report;

    public Task<PollResult> Look => _look.Task;

    public void Give(PollResult look) => _look.TrySetResult(look);

    public void Fail(Exception failure) => _look.TrySetException(failure);

    public void Cancel(CancellationToken cancellationToken) => _look.TrySetCanceled(cancellationToken);

    /// <summary>Whether a look that was taken for others says something about this wait's tasks.</summary>
    public bool IsServedBy(PollResult look)
    {
        foreach (var id in taskIds)
        {
            if (look.Found.ContainsKey(id) || look.Lost.ContainsKey(id))
                return true;
        }

        return false;
    }
}
