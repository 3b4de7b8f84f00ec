using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Bdrc.Module.Tests.Secrets;

/// <summary>A proxy on loopback that asks for a password, takes it down, and then refuses the tunnel with it in the answer.</summary>
internal sealed class RefusingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public RefusingProxy()
    {
        _listener.Start();
        _ = AcceptAsync();
    }

    public string Address => $"http://{_listener.LocalEndpoint}";

    /// <summary>The Proxy-Authorization headers that came.</summary>
    public ConcurrentQueue<string> Shown { get; } = new();

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync());
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using (client)
        using (var reader = new StreamReader(client.GetStream()))
        {
            string? shown = null;
            while (await reader.ReadLineAsync() is { Length: > 0 } line)
            {
                if (line.StartsWith("Proxy-Authorization:", StringComparison.OrdinalIgnoreCase))
                    Shown.Enqueue(shown = line);
            }

            var answer = shown is null
                ? "HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"test\"\r\n"
                : $"HTTP/1.1 403 {shown}\r\n";
            await client.GetStream().WriteAsync(System.Text.Encoding.ASCII.GetBytes(answer + "Content-Length: 0\r\nConnection: close\r\n\r\n"));
        }
    }
}
