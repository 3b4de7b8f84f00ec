using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Bdrc.Core.Tests.Pipeline;

/// <summary>
/// A proxy on loopback. It demands a user and a password, answers what it is asked for itself, and opens no tunnel: a CONNECT
/// is granted and the connection closed.
/// </summary>
internal sealed class ProxyServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly string? _expected;

    /// <param name="user">Who may use it; null for all.</param>
    /// <param name="password">The password.</param>
    public ProxyServer(string? user = null, string? password = null)
    {
        _expected = user is null ? null : "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));
        _listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>The answer and the first line of each request, in order.</summary>
    public ConcurrentQueue<string> Seen { get; } = new();

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync(_stop.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var head = await ReadHeadAsync(client.GetStream());
                var line = head[..head.IndexOf("\r\n", StringComparison.Ordinal)].Replace(" HTTP/1.1", string.Empty, StringComparison.Ordinal);
                var isAllowed = _expected is null || head.Contains("Proxy-Authorization: " + _expected + "\r\n", StringComparison.OrdinalIgnoreCase);
                var status = isAllowed ? 200 : 407;
                Seen.Enqueue($"{status} {line}");
                var answer = status == 407
                    ? RawServer.Http(407, string.Empty, "Proxy-Authenticate: Basic realm=\"test\"\r\n")
                    : line.StartsWith("CONNECT", StringComparison.Ordinal)
                        ? "HTTP/1.1 200 Connection established\r\n\r\n"
                        : RawServer.Http(200, """{"Data":{}}""");
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer), _stop.Token);
                client.Client.Shutdown(SocketShutdown.Send);
                while (await client.GetStream().ReadAsync(new byte[512], _stop.Token) > 0)
                {
                    // Whatever the client still sends; closing before it would reset the connection.
                }
            }
            catch (Exception ended) when (ended is OperationCanceledException or IOException or ObjectDisposedException)
            {
                // The client has hung up, or the test is over.
            }
        }
    }

    private async Task<string> ReadHeadAsync(NetworkStream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!text.ToString().Contains("\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer, _stop.Token);
            if (read == 0)
                throw new IOException("The client hung up.");
            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }

        return text.ToString();
    }
}
