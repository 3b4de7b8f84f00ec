using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Bdrc.Core.Tests.Sockets;
using Microsoft.Extensions.Time.Testing;

namespace Bdrc.Core.Tests.Http;

/// <summary>Failures without a response, each over a real socket. The message contains the host and the cause.</summary>
public sealed class TransportFailureTests
{
    [Fact]
    public async Task Reports_an_unknown_host_name()
    {
        var failure = await FailureAt("https://bdrc.nowhere.invalid");

        Assert.Equal("NameNotResolved", failure.Code);
        Assert.Contains("bdrc.nowhere.invalid", failure.Message, StringComparison.Ordinal);
        Assert.Contains("name", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.OutcomeUnknown);
    }

    [Fact]
    public async Task Reports_a_refused_connection()
    {
        var address = $"http://127.0.0.1:{ClosedPort()}";

        var failure = await FailureAt(address);

        Assert.Equal("ConnectionRefused", failure.Code);
        Assert.Contains(new Uri(address).Authority, failure.Message, StringComparison.Ordinal);
        Assert.Contains("refused", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.OutcomeUnknown);
    }

    [Fact]
    public async Task Reports_an_untrusted_certificate_and_sends_nothing()
    {
        using var certificate = SelfSigned();
        using var server = new RawServer(RawServer.Http(200, "{}"), certificate);

        var failure = await FailureAt($"https://127.0.0.1:{server.Port}");

        Assert.Equal("TlsFailed", failure.Code);
        Assert.Contains($"127.0.0.1:{server.Port}", failure.Message, StringComparison.Ordinal);
        Assert.Contains("certificate", failure.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, failure.Attempts);
        Assert.Equal(0, server.Requests);
    }

    [Theory]
    [InlineData("another.invalid", 0, "issued by 'another.invalid'", "it is for another name than 127.0.0.1", "does not trust the issuer")]
    [InlineData("127.0.0.1", -10, "issued by '127.0.0.1'", "it is valid from 20", "does not trust the issuer")]
    public async Task Says_what_is_wrong_with_a_certificate_and_how_to_trust_it(
        string name, int days, string issuer, string cause, string otherCause)
    {
        using var certificate = SelfSigned(name, days);
        using var server = new RawServer(RawServer.Http(200, "{}"), certificate);

        var failure = await FailureAt($"https://127.0.0.1:{server.Port}");

        Assert.Equal("TlsFailed", failure.Code);
        Assert.All([issuer, cause, otherCause], part => Assert.Contains(part, failure.Message, StringComparison.Ordinal));
        Assert.Contains("SSL_CERT_FILE", failure.RecommendedAction, StringComparison.Ordinal);
        Assert.DoesNotContain("..", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retries_any_operation_when_the_connection_is_reset_during_the_TLS_handshake()
    {
        using var server = new ResettingServer();

        var failure = await FailureAt($"https://127.0.0.1:{server.Port}");

        Assert.Equal(("ConnectionFailed", false, 4), (failure.Code, failure.OutcomeUnknown, failure.Attempts));
        Assert.Contains("TLS handshake", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_a_server_without_TLS()
    {
        // A TLS handshake contains no empty line, so the server responds to the first bytes.
        using var plain = new RawServer(RawServer.Http(400, ""), waitsForRequest: false);

        var failure = await FailureAt($"https://127.0.0.1:{plain.Port}");

        Assert.Equal("TlsFailed", failure.Code);
        Assert.False(failure.OutcomeUnknown);
    }

    [Fact]
    public async Task Reports_that_the_proxy_refused_the_connection()
    {
        using var proxy = new RawServer("HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n");
        using var throughProxy = new SocketsHttpHandler { Proxy = new WebProxy($"http://127.0.0.1:{proxy.Port}") };
        var client = ClientOverSocket.To("https://bdrc.cn-shanghai.aliyuncs.com", transport: throughProxy);

        var failure = await ClientOverSocket.FailureOf(client.GetBdrcServiceAsync(TestContext.Current.CancellationToken));

        Assert.Equal("ProxyFailed", failure.Code);
        Assert.Contains("bdrc.cn-shanghai.aliyuncs.com", failure.Message, StringComparison.Ordinal);
        Assert.Contains("proxy", failure.Message, StringComparison.Ordinal);
        Assert.Contains("403", failure.Message, StringComparison.Ordinal);
        Assert.False(failure.OutcomeUnknown);
    }

    [Fact]
    public async Task Reports_a_response_timeout()
    {
        var clock = new FakeTimeProvider();
        using var server = new RawServer(response: null);
        var client = ClientOverSocket.To($"http://127.0.0.1:{server.Port}", clock);
        var call = client.UpdateResourcesAsync(null, TestContext.Current.CancellationToken);
        await server.Arrived.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        clock.Advance(TimeSpan.FromSeconds(31));
        var failure = await ClientOverSocket.FailureOf(call);

        Assert.Equal(BdrcErrorKind.Timeout, failure.Kind);
        Assert.Contains($"127.0.0.1:{server.Port}", failure.Message, StringComparison.Ordinal);
        Assert.Contains("30 s", failure.Message, StringComparison.Ordinal);
        Assert.True(failure.OutcomeUnknown);
        Assert.Equal(1, server.Requests);
    }

    [Fact]
    public async Task Cancellation_is_not_a_timeout()
    {
        using var server = new RawServer(response: null);
        using var stop = new CancellationTokenSource();
        var call = ClientOverSocket.To($"http://127.0.0.1:{server.Port}").UpdateResourcesAsync(null, stop.Token);
        await server.Arrived.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => call.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n{\"Data\":{\"TaskId\":\"t-1\"}}")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1F4\r\n{\"Data\"")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 8\r\n\r\nnot gzip")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Len")]
    [InlineData("this is not HTTP\r\n\r\n")]
    [InlineData("")]
    public async Task Reports_an_incomplete_response(string response)
    {
        using var server = new RawServer(response);

        var failure = await ClientOverSocket.FailureOf(
            ClientOverSocket.To($"http://127.0.0.1:{server.Port}").UpdateResourcesAsync(null, TestContext.Current.CancellationToken));

        Assert.Equal(BdrcErrorKind.Connection, failure.Kind);
        Assert.Contains($"127.0.0.1:{server.Port}", failure.Message, StringComparison.Ordinal);
        Assert.True(failure.OutcomeUnknown);
        Assert.Equal(1, server.Requests);
    }

    private static Task<BdrcException> FailureAt(string address) =>
        ClientOverSocket.FailureOf(ClientOverSocket.To(address).UpdateResourcesAsync(null, TestContext.Current.CancellationToken));

    private static int ClosedPort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <param name="name">The name that it is for.</param>
    /// <param name="days">When it ends to be valid, in days from now; 0 for tomorrow.</param>
    private static X509Certificate2 SelfSigned(string name = "127.0.0.1", int days = 0)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var address))
            names.AddIpAddress(address);
        else
            names.AddDnsName(name);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(
            DateTimeOffset.UtcNow.AddDays(days - 1), DateTimeOffset.UtcNow.AddDays(days == 0 ? 1 : days));

        // On some systems, only a certificate that was loaded from a file works for a server.
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }

    /// <summary>Resets each connection after its first bytes.</summary>
    private sealed class ResettingServer : LoopbackServer
    {
        protected override async Task ServeAsync(Socket socket, NetworkStream stream, CancellationToken stop)
        {
            await stream.ReadExactlyAsync(new byte[1], stop);
            socket.LingerState = new LingerOption(enable: true, seconds: 0);
            socket.Close();
        }
    }
}
