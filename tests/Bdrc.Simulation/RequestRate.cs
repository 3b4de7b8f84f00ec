namespace Bdrc.Simulation;

/// <summary>The most requests of one operation that fall into any span of a second.</summary>
internal sealed class RequestRate
{
    private readonly Dictionary<string, Queue<TimeSpan>> _recent = new(StringComparer.Ordinal);

    public int Peak { get; private set; }

    public void Note(string operation, TimeSpan now)
    {
        if (!_recent.TryGetValue(operation, out var recent))
            _recent.Add(operation, recent = new Queue<TimeSpan>());
        while (recent.Count > 0 && now - recent.Peek() >= TimeSpan.FromSeconds(1))
            recent.Dequeue();
        recent.Enqueue(now);
        Peak = Math.Max(Peak, recent.Count);
    }
}
