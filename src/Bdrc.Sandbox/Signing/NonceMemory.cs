namespace Bdrc.Sandbox.Signing;

/// <summary>The nonces that were used within the time a stamp is accepted.</summary>
internal sealed class NonceMemory
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(30);

    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly Queue<(DateTimeOffset When, string Nonce)> _order = new();

    public bool Use(string nonce, DateTimeOffset now)
    {
        lock (_used)
        {
            while (_order.Count > 0 && now - _order.Peek().When > Kept)
                _used.Remove(_order.Dequeue().Nonce);
            if (!_used.Add(nonce))
                return false;

            _order.Enqueue((now, nonce));
            return true;
        }
    }
}
