namespace Bdrc.Sandbox.Transport;

/// <summary>The last requests, for whoever wants to know what was sent.</summary>
internal sealed class RequestLog
{
    private const int Kept = 10_000;

    private readonly Queue<SandboxRequest> _requests = new();

    public void Add(SandboxRequest request)
    {
        lock (_requests)
        {
            if (_requests.Count == Kept)
                _requests.Dequeue();
            _requests.Enqueue(request);
        }
    }

    public IReadOnlyList<SandboxRequest> Snapshot()
    {
        lock (_requests)
            return [.. _requests];
    }
}
