namespace Bdrc.Sandbox.Faults;

/// <summary>The faults to inject into the next requests. Thread-safe.</summary>
public sealed class FaultPlan
{
    private readonly LinkedList<(string? Operation, Fault Fault)> _faults = new();
    private long _clockSkew;

    /// <summary>
    /// How far the sandbox's clock is ahead when it checks timestamps and writes the Date header. It applies to all requests until
    /// it is set back. Tasks are not affected.
    /// </summary>
    public TimeSpan ClockSkew
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _clockSkew));
        set => Interlocked.Exchange(ref _clockSkew, value.Ticks);
    }

    /// <summary>The number of faults that are still to be injected.</summary>
    public int Pending
    {
        get
        {
            lock (_faults)
                return _faults.Count;
        }
    }

    /// <summary>Adds a fault for the next requests.</summary>
    /// <param name="fault">The fault of each request.</param>
    /// <param name="operation">
    /// The operation that the fault applies to; null for any. Services beside BDRC have operation names of their own.
    /// </param>
    /// <param name="times">The number of requests, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="times"/> is less than 1.</exception>
    public void Add(Fault fault, string? operation = null, int times = 1)
    {
        if (fault is null)
            throw new ArgumentNullException(nameof(fault));
        if (times < 1)
            throw new ArgumentOutOfRangeException(nameof(times), "A fault must be for 1 request or more.");

        lock (_faults)
        {
            for (var i = 0; i < times; i++)
                _faults.AddLast((operation, fault));
        }
    }

    /// <summary>Removes all faults and resets the clock skew.</summary>
    public void Clear()
    {
        lock (_faults)
            _faults.Clear();
        ClockSkew = TimeSpan.Zero;
    }

    internal Fault? TakeNext(string? operation)
    {
        lock (_faults)
        {
            for (var node = _faults.First; node is not null; node = node.Next)
            {
                if (node.Value.Operation is null || string.Equals(node.Value.Operation, operation, StringComparison.Ordinal))
                {
                    _faults.Remove(node);
                    return node.Value.Fault;
                }
            }
        }

        return null;
    }
}
