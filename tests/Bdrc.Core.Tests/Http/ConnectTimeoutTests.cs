using System.Net;
using System.Net.Sockets;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Errors;
using Bdrc.Core.Http.Transport;
using Bdrc.Simulation;

namespace Bdrc.Core.Tests.Http;

/// <summary>The connect timeout that .NET Framework lacks. The handler runs here on .NET; the build for .NET Framework uses it.</summary>
public sealed class ConnectTimeoutTests
{
    private static readonly Uri Host = new("https://bdrc.example.invalid");

    private readonly VirtualTime _time = new();
    private int _sent;

    [Fact]
    public async Task A_host_that_does_not_respond_fails_after_five_seconds_and_is_sent_nothing()
    {
        var failure = await FailAsync(hasConnection: false, (_, token) => Task.Delay(Timeout.InfiniteTimeSpan, _time, token));

        Assert.Equal((BdrcErrorKind.Connection, "ConnectTimeout", false), (failure.Kind, failure.Code, failure.OutcomeUnknown));
        Assert.Equal((TimeSpan.FromSeconds(5), 0), (_time.Elapsed, _sent));
    }

    [Fact]
    public async Task A_refused_connection_is_reported_as_such()
    {
        var failure = await FailAsync(
            hasConnection: false, (_, _) => throw new SocketException((int)SocketError.ConnectionRefused));

        Assert.Equal(("ConnectionRefused", 0), (failure.Code, _sent));
    }

    [Fact]
    public async Task Connects_to_the_proxy_where_one_is_used()
    {
        Uri? peer = null;
        await SendAsync(
            new WebProxy("http://proxy.example.invalid:8080"),
            hasConnection: false,
            (address, _) =>
            {
                peer = address;
                return Task.CompletedTask;
            });

        Assert.Equal((new Uri("http://proxy.example.invalid:8080"), 1), (peer, _sent));
    }

    [Fact]
    public async Task Does_not_connect_first_while_a_connection_is_open()
    {
        await SendAsync(new WebProxy(), hasConnection: true, (_, _) => throw new InvalidOperationException("It connected."));

        Assert.Equal(1, _sent);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Opens_a_real_connection(bool isListening)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = new Uri("http://" + listener.LocalEndpoint);
        if (!isListening)
            listener.Stop();
        var connect = new ConnectTimeoutHandler(new WebProxy(), _ => false).ConnectAsync(address, TestContext.Current.CancellationToken);

        if (isListening)
            await connect;
        else
            Assert.Equal(SocketError.ConnectionRefused, (await Assert.ThrowsAsync<SocketException>(() => connect)).SocketErrorCode);
    }

    private async Task<TransportFailure> FailAsync(bool hasConnection, Func<Uri, CancellationToken, Task> connect) =>
        TransportFailure.Of(await Assert.ThrowsAsync<HttpRequestException>(() => SendAsync(new WebProxy(), hasConnection, connect)));

    private async Task SendAsync(IWebProxy proxy, bool hasConnection, Func<Uri, CancellationToken, Task> connect)
    {
        var handler = new ConnectTimeoutHandler(proxy, _ => hasConnection) { ConnectAsync = connect, InnerHandler = new Counter(this) };
        using var client = new HttpMessageInvoker(handler);
        using var request = new HttpCall("DescribeTask", Host) { Clock = _time }.CreateMessage();
        using var response = await _time.RunAsync(client.SendAsync(request, TestContext.Current.CancellationToken));
    }

    private sealed class Counter(ConnectTimeoutTests test) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            test._sent++;
            return Task.FromResult(new HttpResponseMessage());
        }
    }
}
