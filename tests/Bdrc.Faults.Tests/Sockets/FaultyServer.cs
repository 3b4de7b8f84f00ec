using System.Net.Sockets;
using Bdrc.Core.Tests.Sockets;
using Bdrc.Sandbox;

namespace Bdrc.Faults.Tests.Sockets;

/// <summary>A sandbox behind a raw socket that applies faults to the next connections and serves the others.</summary>
/// <param name="sandbox">The sandbox.</param>
/// <param name="clock">The client's clock.</param>
internal sealed class FaultyServer(BdrcSandbox sandbox, SkippingClock clock) : LoopbackServer
{
    private readonly Queue<Func<HttpExchange, CancellationToken, Task>> _faults = new();
    private int _received;
    private int _broken;

    public BdrcSandbox Sandbox => sandbox;

    /// <summary>The client's clock.</summary>
    public SkippingClock Clock => clock;

    /// <summary>The number of requests, including those with a fault.</summary>
    public int Received => Volatile.Read(ref _received);

    public void Add(Func<HttpExchange, CancellationToken, Task> fault, int times)
    {
        lock (_faults)
        {
            for (var i = 0; i < times; i++)
                _faults.Enqueue(fault);
        }
    }

    /// <summary>The number of requests with a fault.</summary>
    public int Broken => Volatile.Read(ref _broken);

    /// <summary>Serves the next connections without faults.</summary>
    public void Clear()
    {
        lock (_faults)
            _faults.Clear();
    }

    protected override async Task ServeAsync(Socket socket, NetworkStream stream, CancellationToken stop)
    {
        if (await HttpExchange.ReadAsync(stream, stop) is not { } request)
            return;

        Interlocked.Increment(ref _received);
        await Next()(new HttpExchange(socket, stream, request, this), stop);
    }

    private Func<HttpExchange, CancellationToken, Task> Next()
    {
        lock (_faults)
        {
            if (!_faults.TryDequeue(out var fault))
                return static (exchange, stop) => exchange.RespondAsync(stop);

            Interlocked.Increment(ref _broken);
            return fault;
        }
    }
}
