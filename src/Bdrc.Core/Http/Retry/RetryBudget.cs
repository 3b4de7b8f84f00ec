namespace Bdrc.Core.Http.Retry;

/// <summary>
/// The retries that calls to a host may still take. When most calls fail, retrying each of them adds load to a host that is
/// already failing. Shared by all runspaces (spec/retries.md section 4, retry budget).
/// </summary>
internal sealed class RetryBudget
{
    public const int Capacity = 100;
    public const int Cost = 5;
    public const int TimeoutCost = 10;

    private readonly object _gate = new();
    private int _tokens = Capacity;

    /// <summary>Consumes the cost of a retry.</summary>
    /// <param name="failure">The failure to retry; a timeout costs more.</param>
    /// <returns>Whether the budget allows the retry.</returns>
    public bool TryConsume(BdrcException failure)
    {
        var cost = failure.Kind == BdrcErrorKind.Timeout ? TimeoutCost : Cost;
        lock (_gate)
        {
            if (_tokens < cost)
                return false;
            _tokens -= cost;
            return true;
        }
    }

    /// <summary>Adds one token after a successful call.</summary>
    public void Refill()
    {
        lock (_gate)
            _tokens = Math.Min(Capacity, _tokens + 1);
    }
}
