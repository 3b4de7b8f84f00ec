namespace Bdrc.Core.Http.Throttling;

/// <summary>
/// The tokens of a bucket. Each comes back a little more than a second after it was spent, rather than at an even rate: so
/// a burst is possible and yet no second sees more requests than the quota allows.
/// </summary>
internal sealed class SlidingWindow
{
    /// <summary>Requests can arrive closer together than they were sent.</summary>
    private static readonly TimeSpan Span = TimeSpan.FromMilliseconds(1050);

    private readonly Queue<long> _spent = new();
    private readonly long _span;

    public SlidingWindow(TimeProvider clock) => _span = (long)(Span.TotalSeconds * clock.TimestampFrequency);

    /// <summary>Notes a request where none is refused; only as many are kept as could count later.</summary>
    public void Note(long now, int kept)
    {
        _spent.Enqueue(now);
        while (_spent.Count > kept)
            _spent.Dequeue();
    }

    /// <summary>Spends a token.</summary>
    /// <param name="now">The time.</param>
    /// <param name="usable">How many tokens may be out at once, this one included.</param>
    /// <returns>Whether there was one.</returns>
    public bool TrySpend(long now, int usable)
    {
        while (_spent.Count > 0 && now - _spent.Peek() >= _span)
            _spent.Dequeue();
        if (_spent.Count >= usable)
            return false;

        _spent.Enqueue(now);
        return true;
    }

    /// <summary>When the next token can be spent; a time that has passed when that is now.</summary>
    public long NextReturn(int usable)
    {
        // Those above the limit must come back as well, for it may have shrunk since they were spent.
        var ahead = _spent.Count - usable;
        foreach (var spent in _spent)
        {
            if (ahead-- == 0)
                return spent + _span;
        }

        return long.MinValue;
    }
}
