using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Bdrc.Faults.Tests.Proxies;

/// <summary>An HTTP proxy that answers CONNECT as it is told, and plays the target itself where it lets one through.</summary>
internal sealed class ConnectProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly string? _answer;
    private readonly Task _accepting;
    private readonly List<Task> _connections = [];

    /// <param name="answer">What CONNECT is answered; null closes the connection without a word.</param>
    public ConnectProxy(string? answer)
    {
        _answer = answer;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>The head of every request to the proxy.</summary>
    public List<string> Heads { get; } = [];

    /// <summary>What came through to the target.</summary>
    public List<byte> ToTarget { get; } = [];

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
                _connections.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception failure) when (failure is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The listener was stopped.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = client.GetStream();
                while (await ReadHeadAsync(stream) is { } head)
                {
                    lock (Heads)
                        Heads.Add(head);
                    if (_answer is null)
                        return;
                    await stream.WriteAsync(Encoding.ASCII.GetBytes(_answer), _stop.Token);
                    if (_answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
                        await PlayTargetAsync(stream);
                }
            }
            catch (Exception failure) when (failure is OperationCanceledException or IOException)
            {
                // The client has gone.
            }
        }
    }

    // The first thing that comes, which must be the greeting of TLS; the answer is none of TLS.
    private async Task PlayTargetAsync(NetworkStream stream)
    {
        var greeting = new byte[4096];
        var length = await stream.ReadAsync(greeting, _stop.Token);
        lock (ToTarget)
            ToTarget.AddRange(greeting.Take(length));
        await stream.WriteAsync("SSH-2.0-OpenSSH_9.9\r\n"u8.ToArray(), _stop.Token);
        throw new IOException("The target closes.");
    }

    private async Task<string?> ReadHeadAsync(NetworkStream stream)
    {
        var head = new StringBuilder();
        var one = new byte[1];
        while (await stream.ReadAsync(one, _stop.Token) == 1)
        {
            head.Append((char)one[0]);
            if (one[0] == '\n' && head.Length >= 4 && head.ToString(head.Length - 4, 4) == "\r\n\r\n")
                return head.ToString();
        }

        return null;
    }
}
