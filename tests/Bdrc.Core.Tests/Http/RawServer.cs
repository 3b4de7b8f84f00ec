using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Bdrc.Core.Tests.Sockets;

namespace Bdrc.Core.Tests.Http;

/// <summary>Answers each connection with a given text, or with nothing at all.</summary>
/// <param name="answer">What is sent; null to stay silent.</param>
/// <param name="certificate">With it, TLS is spoken.</param>
/// <param name="waitsForRequest">Whether a whole request must have come before it answers; else any first byte will do.</param>
internal sealed class RawServer(string? answer, X509Certificate2? certificate = null, bool waitsForRequest = true) : LoopbackServer
{
    private int _requests;

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Ends when a request has arrived.</summary>
    public SemaphoreSlim Arrived { get; } = new(0);

    /// <summary>A complete HTTP answer with these parts.</summary>
    public static string Http(int status, string body, string headers = "") =>
        $"HTTP/1.1 {status} Status\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{headers}\r\n{body}";

    protected override async Task ServeAsync(Socket socket, NetworkStream stream, CancellationToken stop)
    {
        await using var spoken = await SecureAsync(stream, stop);
        var hasCome = waitsForRequest
            ? await ReadHeadAsync(spoken, stop) is not null
            : await spoken.ReadAsync(new byte[1], stop) == 1;
        if (!hasCome)
            return;

        Interlocked.Increment(ref _requests);
        Arrived.Release();
        if (answer is null)
            await Task.Delay(Timeout.Infinite, stop);
        else
            await EndWithAsync(socket, spoken, answer, stop);
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
