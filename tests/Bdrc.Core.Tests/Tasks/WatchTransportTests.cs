using System.Net.Sockets;
using System.Security.Authentication;
using Bdrc.Core.Tasks;
using Bdrc.Simulation;

namespace Bdrc.Core.Tests.Tasks;

/// <summary>Waits whose transport throws: a running wait continues, and nothing looks like a cancellation by the user.</summary>
public sealed class WatchTransportTests
{
    private const string Canceled = "The operation was canceled.";

    public static TheoryData<string> Names => [.. Failures.Keys];

    private static Dictionary<string, Func<Exception>> Failures { get; } = new(StringComparer.Ordinal)
    {
        ["connect timeout"] = () => new TaskCanceledException(Canceled, new TimeoutException()),
        ["cancellation that nobody requested"] = () => new TaskCanceledException(Canceled),
        ["certificate"] = () => new HttpRequestException("TLS", new AuthenticationException("no")),
        ["proxy"] = () => new HttpRequestException(HttpRequestError.ProxyTunnelError, "407"),
        ["name"] = () => new HttpRequestException("name", new SocketException((int)SocketError.HostNotFound)),
        ["stream"] = () => new HttpRequestException("reading", new IOException("reset")),
    };

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Continues_a_running_wait_with_a_verbose_message(string name)
    {
        var network = new ThrowingNetwork();
        using var fixture = new WatchFixture(options => options.TaskDuration = TimeSpan.FromMinutes(3), wrap: network.Wrap);
        var handle = await fixture.Client.UpdateResourcesAsync(null, TestContext.Current.CancellationToken);
        var watch = fixture.CreateWatcher([handle.TaskId]);
        await watch.NextAsync(TestContext.Current.CancellationToken);
        network.Fail(Failures[name], times: 4);

        var ended = 0;
        while (await fixture.Time.RunAsync(watch.NextAsync(TestContext.Current.CancellationToken)) is { } report)
            ended += report.Ended.Count;

        Assert.Equal(1, ended);
        Assert.Contains(fixture.Messages, message =>
            message.Level == BdrcDiagnosticLevel.Verbose && message.Message.StartsWith("The wait continues", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Ends_a_wait_that_never_reached_the_service_with_an_error(string name)
    {
        var network = new ThrowingNetwork();
        using var fixture = new WatchFixture(wrap: network.Wrap);
        network.Fail(Failures[name], times: 4);

        var failure = await Assert.ThrowsAsync<BdrcException>(() => fixture.WatchAsync(["t-1"]));

        Assert.Equal(BdrcErrorKind.Connection, failure.Kind);
    }

    [Fact]
    public async Task Ends_a_wait_with_the_error_after_an_exception_that_no_transport_should_throw()
    {
        var network = new ThrowingNetwork();
        using var fixture = new WatchFixture(wrap: network.Wrap);
        network.Fail(static () => new NotSupportedException("planted"), times: 1);

        var failure = await Assert.ThrowsAsync<BdrcException>(() => fixture.WatchAsync(["t-1"]));

        Assert.Equal("TransportFailed", failure.Code);
    }

    [Fact]
    public async Task A_time_limit_hides_no_cancellation_that_it_did_not_request()
    {
        var deadline = new Deadline(new VirtualTime(), TimeSpan.FromHours(1));

        await Assert.ThrowsAsync<TaskCanceledException>(
            () => deadline.RunAsync<string>(static _ => throw new TaskCanceledException(Canceled), TestContext.Current.CancellationToken));
    }

    private sealed class ThrowingNetwork
    {
        private readonly Queue<Func<Exception>> _failures = new();

        public void Fail(Func<Exception> failure, int times)
        {
            for (var i = 0; i < times; i++)
                _failures.Enqueue(failure);
        }

        public HttpMessageHandler Wrap(HttpMessageHandler inner) => new Handler(this) { InnerHandler = inner };

        private sealed class Handler(ThrowingNetwork network) : DelegatingHandler
        {
            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
                network._failures.TryDequeue(out var failure) ? throw failure() : base.SendAsync(request, cancellationToken);
        }
    }
}
