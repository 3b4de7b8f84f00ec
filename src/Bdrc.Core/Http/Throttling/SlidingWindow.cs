namespace Bdrc.Core.Http.Throttling;

/// <summary>
/// The requests of the last second. Each counts for slightly more than a second after it was sent. Bursts are possible, but
/// no second has more requests than the quota allows.
/// </summary>
internal sealed class SlidingWindow
{
    /// <summary>Longer than a second, because the intervals between requests can shrink on the way to the service.</summary>
    private static readonly TimeSpan Span = TimeSpan.FromMilliseconds(1050);

    private readonly Queue<long> _sent = new();
    private readonly long _span;

    public SlidingWindow(TimeProvider clock) => _span = (long)(Span.TotalSeconds * clock.TimestampFrequency);

    /// <summary>Records a request without a limit. Only the newest requests are kept, because older ones cannot count later.</summary>
    public void Record(long now, int kept)
    {
        _sent.Enqueue(now);
        while (_sent.Count > kept)
            _sent.Dequeue();
    }

    /// <summary>Records a request if the limit allows it.</summary>
    /// <param name="now">The time.</param>
    /// <param name="limit">The maximum number of requests in the window, including this one.</param>
    /// <returns>Whether the limit allows it.</returns>
    public bool TryAcquire(long now, int limit)
    {
        while (_sent.Count > 0 && now - _sent.Peek() >= _span)
            _sent.Dequeue();
        if (_sent.Count >= limit)
            return false;

        _sent.Enqueue(now);
        return true;
    }

    /// <summary>When the next request is allowed; a time in the past when it is allowed now.</summary>
    public long NextPermit(int limit)
    {
        // Requests above the limit must leave the window as well: the limit may have shrunk since they were sent.
        var ahead = _sent.Count - limit;
        foreach (var sent in _sent)
        {
            if (ahead-- == 0)
                return sent + _span;
        }

        return long.MinValue;
    }
}
