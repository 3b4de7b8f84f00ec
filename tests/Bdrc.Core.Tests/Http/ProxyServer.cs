using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Text;
using Bdrc.Core.Tests.Sockets;

namespace Bdrc.Core.Tests.Http;

/// <summary>
/// A proxy that can require a user and a password. It responds to requests itself and opens no tunnel: it accepts a CONNECT and
/// closes the connection.
/// </summary>
/// <param name="user">The accepted user name; null to require none.</param>
/// <param name="password">The password.</param>
internal sealed class ProxyServer(string? user = null, string? password = null) : LoopbackServer
{
    private readonly string? _expected =
        user is null ? null : "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"));

    /// <summary>The status of the response and the first line of each request, in order.</summary>
    public ConcurrentQueue<string> Exchanges { get; } = new();

    protected override async Task ServeAsync(Socket socket, NetworkStream stream, CancellationToken stop)
    {
        if (await ReadHeadAsync(stream, stop) is not { } head)
            return;

        var line = head[..head.IndexOf("\r\n", StringComparison.Ordinal)].Replace(" HTTP/1.1", string.Empty, StringComparison.Ordinal);
        var isAllowed = _expected is null
            || head.Contains("Proxy-Authorization: " + _expected + "\r\n", StringComparison.OrdinalIgnoreCase);
        Exchanges.Enqueue($"{(isAllowed ? 200 : 407)} {line}");
        var response = !isAllowed
            ? RawServer.Http(407, string.Empty, "Proxy-Authenticate: Basic realm=\"test\"\r\n")
            : line.StartsWith("CONNECT", StringComparison.Ordinal)
                ? "HTTP/1.1 200 Connection established\r\n\r\n"
                : RawServer.Http(200, """{"Data":{}}""");
        await EndWithAsync(socket, stream, response, stop);
    }
}
