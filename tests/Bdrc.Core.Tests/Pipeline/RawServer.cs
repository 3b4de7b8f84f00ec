using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Bdrc.Core.Tests.Pipeline;

/// <summary>A socket on loopback that answers each request with given bytes, or with nothing at all.</summary>
internal sealed class RawServer : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly byte[]? _answer;
    private readonly X509Certificate2? _certificate;
    private readonly string _requestEnd;
    private int _requests;

    /// <param name="answer">What is sent; null to stay silent.</param>
    /// <param name="certificate">With it, TLS is spoken.</param>
    /// <param name="waitsForRequest">Whether a whole request must have come before it answers; else any first bytes will do.</param>
    public RawServer(string? answer, X509Certificate2? certificate = null, bool waitsForRequest = true)
    {
        _requestEnd = waitsForRequest ? "\r\n\r\n" : string.Empty;
        _answer = answer is null ? null : Encoding.UTF8.GetBytes(answer);
        _certificate = certificate;
        _listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Requests => Volatile.Read(ref _requests);

    /// <summary>Ends when a request has arrived.</summary>
    public SemaphoreSlim Arrived { get; } = new(0);

    /// <summary>A complete HTTP answer with these parts.</summary>
    public static string Http(int status, string body, string headers = "") =>
        $"HTTP/1.1 {status} Status\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n{headers}\r\n{body}";

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Dispose();
        Arrived.Dispose();
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
                await using var stream = await SecureAsync(client.GetStream());
                await ReadRequestAsync(stream);
                Interlocked.Increment(ref _requests);
                Arrived.Release();
                if (_answer is null)
                    await Task.Delay(Timeout.Infinite, _stop.Token);
                await stream.WriteAsync(_answer, _stop.Token);
                client.Client.Shutdown(SocketShutdown.Send);
                while (await stream.ReadAsync(new byte[512], _stop.Token) > 0)
                {
                    // Whatever the client still sends; closing before it would reset the connection.
                }
            }
            catch (Exception ended) when (ended is OperationCanceledException or IOException or ObjectDisposedException or System.Security.Authentication.AuthenticationException)
            {
                // The client has hung up, or the test is over.
            }
        }
    }

    private async Task<Stream> SecureAsync(Stream stream)
    {
        if (_certificate is null)
            return stream;

        var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
        return secure;
    }

    private async Task ReadRequestAsync(Stream stream)
    {
        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (text.Length == 0 || !text.ToString().Contains(_requestEnd, StringComparison.Ordinal))
        {
            var read = await stream.ReadAsync(buffer, _stop.Token);
            if (read == 0)
                throw new IOException("The client hung up.");
            text.Append(Encoding.ASCII.GetString(buffer, 0, read));
        }
    }
}
