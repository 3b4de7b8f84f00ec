using Bdrc.Sandbox.Server.Identity.Keys;
using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Server.Identity.Metadata;

/// <summary>The session tokens that the metadata service issued. Thread-safe.</summary>
internal sealed class MetadataTokenStore(int seed)
{
    private const int Capacity = 10_000;

    private readonly Dictionary<string, DateTimeOffset> _tokens = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private int _count;

    public string Issue(DateTimeOffset now, TimeSpan lifetime)
    {
        lock (_tokens)
        {
            var token = SeededRandom.Tail(seed, IdentityRandom.MetadataToken, ++_count);
            if (_order.Count == Capacity)
                _tokens.Remove(_order.Dequeue());
            _order.Enqueue(token);
            _tokens.Add(token, now + lifetime);
            return token;
        }
    }

    public bool IsValid(string token, DateTimeOffset now)
    {
        lock (_tokens)
            return _tokens.TryGetValue(token, out var expiration) && now < expiration;
    }
}
