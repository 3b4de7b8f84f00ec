using System.Net.Sockets;
using Bdrc.Core.Client;
using Bdrc.Core.Http.Errors;

namespace Bdrc.Core.Tests.Http;

/// <summary>Every exception of a transport becomes an error of the module, whatever its type.</summary>
public sealed class TransportExceptionTests
{
    private static readonly Func<BdrcClient, Task<BdrcTaskHandle>> Start = client => client.CheckRulesAsync("acs:ecs:x", null, default);
    private static readonly Func<BdrcClient, Task<BdrcTask>> Read = client => client.DescribeTaskAsync("t-1", default);

    public static TheoryData<string> Types => [.. Unexpected.Keys];

    private static Dictionary<string, Exception> Unexpected { get; } = new(StringComparer.Ordinal)
    {
        ["not supported"] = new NotSupportedException("The proxy 'ftp://user:planted-password@host/' is not supported."),
        ["format"] = new FormatException("no"),
        ["invalid operation"] = new InvalidOperationException("no"),
        ["URI"] = new UriFormatException("no"),
        ["invalid cast"] = new InvalidCastException("no"),
    };

    [Theory]
    [MemberData(nameof(Types))]
    public async Task Reports_an_exception_of_an_unknown_type_as_an_error_and_does_not_retry(string type)
    {
        var service = new ScriptedService().Throws(Unexpected[type]);

        var failure = await service.FailAsync(Start);

        Assert.Equal((BdrcErrorKind.Unknown, "TransportFailed", true), (failure.Kind, failure.Code, failure.OutcomeUnknown));
        Assert.Contains("bdrc.test.invalid", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("planted-password", failure.ToString(), StringComparison.Ordinal);
        Assert.Single(service.Requests);
    }

    [Fact]
    public async Task Retries_a_read_after_a_cancellation_that_nobody_requested()
    {
        var service = new ScriptedService().Throws(new TaskCanceledException("The operation was canceled.")).Succeeds();

        await service.RunAsync(Read);

        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task Reports_a_cancellation_that_nobody_requested_as_an_unknown_outcome_of_a_start()
    {
        var failure = await new ScriptedService().Throws(new TaskCanceledException("The operation was canceled.")).FailAsync(Start);

        Assert.Equal((BdrcErrorKind.Connection, "ConnectionBroken", true), (failure.Kind, failure.Code, failure.OutcomeUnknown));
        Assert.Contains("bdrc.test.invalid", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Retries_a_start_after_the_connect_timeout_of_NET()
    {
        var service = new ScriptedService()
            .Throws(new TaskCanceledException("The operation was canceled.", new TimeoutException("connect timeout")))
            .Succeeds();

        await service.RunAsync(Start);

        Assert.Equal(2, service.Requests.Count);
    }

    // The operating system reports both for a connection that was open: the request may have arrived.
    [Theory]
    [InlineData(SocketError.TimedOut)]
    [InlineData(SocketError.HostUnreachable)]
    [InlineData(SocketError.NetworkDown)]
    public async Task Does_not_retry_a_start_when_the_network_of_an_open_connection_fails(SocketError error)
    {
        var service = new ScriptedService()
            .Throws(new HttpRequestException("sending", new IOException("reading", new SocketException((int)error))));

        var failure = await service.FailAsync(Start);

        Assert.Equal(("ConnectionBroken", true), (failure.Code, failure.OutcomeUnknown));
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData("to 'http://user:planted-password@h:1/' failed.", "to 'http://(secret hidden)@h:1/' failed")]
    [InlineData(
        "http://planted-password@h and https://u:planted-password@i/x@y",
        "http://(secret hidden)@h and https://(secret hidden)@i/x@y")]
    [InlineData("http://user:planted-password@with@at@h", "http://(secret hidden)@h")]
    [InlineData("http://h/mail@example.com", "http://h/mail@example.com")]
    [InlineData("no address, mail@example.com..", "no address, mail@example.com")]
    [InlineData("://", "://")]
    [InlineData("", "")]
    public void Removes_users_and_passwords_from_addresses(string message, string expected) =>
        Assert.Equal(expected, FrameworkMessage.Of(new HttpRequestException(message)));
}
