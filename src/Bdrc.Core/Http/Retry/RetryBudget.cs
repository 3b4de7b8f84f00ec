namespace Bdrc.Core.Http.Retry;

/// <summary>
/// How many repeats a host may still cost: when most calls fail, repeating each of them would only keep it down. Shared by all
/// runspaces (spec/retries.md section 4, retry budget).
/// </summary>
internal sealed class RetryBudget
{
    public const int Capacity = 100;
    public const int Cost = 5;
    public const int TimeoutCost = 10;

    private readonly object _gate = new();
    private int _tokens = Capacity;

    public bool TryTake(BdrcException failure)
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

    public void Earn()
    {
        lock (_gate)
            _tokens = Math.Min(Capacity, _tokens + 1);
    }
}
