namespace Bdrc.Core.Http.Throttling;

/// <summary>A request that waits for its turn.</summary>
internal sealed class RateLimitWaiter
{
    // Whoever completes it holds no lock, so what follows may run at once.
    private readonly TaskCompletionSource<bool> _turn = new();

    public Task Turn => _turn.Task;

    public void Grant() => _turn.TrySetResult(true);

    public void Cancel(CancellationToken cancellationToken) => _turn.TrySetCanceled(cancellationToken);
}
