using System.Net;
using System.Net.Sockets;
using Bdrc.Sandbox;

namespace Bdrc.Faults.Tests.Sockets;

/// <summary>A sandbox behind a raw socket that does as it is told to the next connections, and serves the others.</summary>
internal sealed class FaultyServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Queue<Func<HttpExchange, CancellationToken, Task>> _faults = new();
    private readonly List<Task> _connections = [];
    private readonly Task _accepting;
    private int _received;

    public FaultyServer(BdrcSandbox sandbox, SkippingClock clock)
    {
        Sandbox = sandbox;
        Clock = clock;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public BdrcSandbox Sandbox { get; }

    /// <summary>The client's clock.</summary>
    public SkippingClock Clock { get; }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>How many requests came, those that went wrong included.</summary>
    public int Received => Volatile.Read(ref _received);

    public void Add(Func<HttpExchange, CancellationToken, Task> fault, int times)
    {
        lock (_faults)
        {
            for (var i = 0; i < times; i++)
                _faults.Enqueue(fault);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_connections);
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _connections.Add(ServeAsync(await _listener.AcceptSocketAsync(_stop.Token)));
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The listener was stopped.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        using (socket)
        {
            socket.NoDelay = true;
            try
            {
                await using var stream = new NetworkStream(socket);
                if (await HttpExchange.ReadAsync(stream, _stop.Token) is not { } request)
                    return;

                Interlocked.Increment(ref _received);
                await Next()(new HttpExchange(socket, stream, request, this), _stop.Token);
            }
            catch (Exception failure) when (failure is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
            {
                // The client has gone, or the fault has ended the connection.
            }
        }
    }

    private Func<HttpExchange, CancellationToken, Task> Next()
    {
        lock (_faults)
            return _faults.TryDequeue(out var fault) ? fault : static (exchange, stop) => exchange.AnswerAsync(stop);
    }
}
