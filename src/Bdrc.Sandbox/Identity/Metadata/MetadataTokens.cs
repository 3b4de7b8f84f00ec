using Bdrc.Sandbox.State;

namespace Bdrc.Sandbox.Identity.Metadata;

/// <summary>The session tokens of the metadata service that have not expired.</summary>
internal sealed class MetadataTokens(int seed)
{
    private const int Kept = 10_000;

    private readonly Dictionary<string, DateTimeOffset> _tokens = new(StringComparer.Ordinal);
    private readonly Queue<string> _order = new();
    private int _count;

    public string Issue(DateTimeOffset now, TimeSpan lifetime)
    {
        lock (_tokens)
        {
            var token = SeededRandom.Tail(seed, RandomStream.MetadataToken, ++_count);
            if (_order.Count == Kept)
                _tokens.Remove(_order.Dequeue());
            _order.Enqueue(token);
            _tokens.Add(token, now + lifetime);
            return token;
        }
    }

    public bool IsValid(string token, DateTimeOffset now)
    {
        lock (_tokens)
            return _tokens.TryGetValue(token, out var end) && now < end;
    }
}
