using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Bdrc.Core.Tests.Sockets;

namespace Bdrc.Core.Tests.Http;

/// <summary>Responds to each connection with a fixed text, or never responds.</summary>
/// <param name="response">The response; null to send none.</param>
/// <param name="certificate">The certificate for TLS; null for plain HTTP.</param>
/// <param name="waitsForRequest">Whether it waits for a complete request before it responds, or only for the first byte.</param>
internal sealed class RawServer(string? response, X509Certificate2? certificate = null, bool waitsForRequest = true) : LoopbackServer
{
    private int _requests;

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Released for each request that arrives.</summary>
    public SemaphoreSlim Arrived { get; } = new(0);

    /// <summary>Creates a complete HTTP response.</summary>
    public static string Http(int status, string body, string headers = "") =>
        $"HTTP/1.1 {status} Status\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{headers}\r\n{body}";

    protected override async Task ServeAsync(Socket socket, NetworkStream stream, CancellationToken stop)
    {
        await using var connection = await SecureAsync(stream, stop);
        var hasArrived = waitsForRequest
            ? await ReadHeadAsync(connection, stop) is not null
            : await connection.ReadAsync(new byte[1], stop) == 1;
        if (!hasArrived)
            return;

        Interlocked.Increment(ref _requests);
        Arrived.Release();
        if (response is null)
            await Task.Delay(Timeout.Infinite, stop);
        else
            await EndWithAsync(socket, connection, response, stop);
    }

    private async Task<Stream> SecureAsync(NetworkStream stream, CancellationToken stop)
    {
        if (certificate is null)
            return stream;

        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = certificate }, stop);
        return secure;
    }
}
