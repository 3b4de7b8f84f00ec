using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
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

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));

        // On some systems, only a certificate that was loaded from a file works for a server.
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), password: null);
    }
}
