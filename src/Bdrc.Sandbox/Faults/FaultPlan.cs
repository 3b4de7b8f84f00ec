using Bdrc.Sandbox.Identity.Routing;

namespace Bdrc.Sandbox.Faults;

/// <summary>Faults on demand. Safe for every thread.</summary>
public sealed class FaultPlan
{
    private readonly LinkedList<(string? Operation, Fault Fault)> _faults = new();
    private long _clockSkew;

    /// <summary>
    /// How far the sandbox's clock is ahead when it checks time stamps and tells the date, until it is set back. Tasks do
    /// not notice.
    /// </summary>
    public TimeSpan ClockSkew
    {
        get => TimeSpan.FromTicks(Interlocked.Read(ref _clockSkew));
        set => Interlocked.Exchange(ref _clockSkew, value.Ticks);
    }

    /// <summary>How many requests have a fault waiting for them.</summary>
    public int Pending
    {
        get
        {
            lock (_faults)
                return _faults.Count;
        }
    }

    /// <summary>Lets the next requests go wrong.</summary>
    /// <param name="fault">What happens to each.</param>
    /// <param name="operation">
    /// Only requests of this operation, of BDRC or one of <see cref="IdentityOperations"/>; null for any.
    /// </param>
    /// <param name="times">How many requests, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">Less than one request.</exception>
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

    /// <summary>Forgets all faults that wait, and sets the clock right.</summary>
    public void Clear()
    {
        lock (_faults)
            _faults.Clear();
        ClockSkew = TimeSpan.Zero;
    }

    internal Fault? Take(string? operation)
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
