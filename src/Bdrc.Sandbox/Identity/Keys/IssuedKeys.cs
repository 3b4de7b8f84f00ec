using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Identity.Keys;

/// <summary>The temporary keys that were issued. An expired one is remembered, so that its use is told from an unknown key.</summary>
internal sealed class IssuedKeys(int seed)
{
    private const int Kept = 10_000;

    private readonly Dictionary<string, SigningKey> _keys = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private int _count;

    /// <summary>Issues a key.</summary>
    /// <param name="session">Whose it is.</param>
    /// <param name="expiration">When it ends; a time in the past gives a key that is refused as expired.</param>
    public SigningKey Issue(RoleSession session, DateTimeOffset expiration)
    {
        lock (_keys)
        {
            var index = ++_count;
            var key = new SigningKey(
                "STS.NU" + SeededRandom.Tail(seed, RandomStream.SessionKeyId, index),
                SeededRandom.Tail(seed, RandomStream.SessionSecret, index) + SeededRandom.Tail(seed, RandomStream.SessionSecret, -index),
                "CAIS" + SeededRandom.Tail(seed, RandomStream.SessionToken, index) + SeededRandom.Tail(seed, RandomStream.SessionToken, -index),
                WholeSeconds(expiration),
                session);
            if (_order.Count == Kept)
                _keys.Remove(_order.Dequeue());
            _order.Enqueue(key.AccessKeyId);
            _keys.Add(key.AccessKeyId, key);
            return key;
        }
    }

    public SigningKey? Find(string accessKeyId)
    {
        lock (_keys)
            return _keys.TryGetValue(accessKeyId, out var key) ? key : null;
    }

    /// <summary>The platform tells expirations to the second; a key must not live longer than it says.</summary>
    private static DateTimeOffset WholeSeconds(DateTimeOffset time) => time.AddTicks(-(time.Ticks % TimeSpan.TicksPerSecond));
}
