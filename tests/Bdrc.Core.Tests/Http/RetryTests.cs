using System.Globalization;
using System.Net;
using Bdrc.Core.Client;
using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Tests.Http;

/// <summary>Which failures are retried, and how often.</summary>
public sealed class RetryTests
{
    private static readonly Func<BdrcClient, Task<BdrcTask>> Read = client => client.DescribeTaskAsync("t-1", default);
    private static readonly Func<BdrcClient, Task<BdrcTaskHandle>> Start = client => client.CheckRulesAsync("acs:ecs:x", null, default);

    [Fact]
    public async Task Retries_a_read_three_times_and_throws_the_last_error()
    {
        var service = new ScriptedService();
        for (var i = 0; i < 4; i++)
            service.RespondsWithError(503, "ServiceUnavailable");

        var failure = await service.FailAsync(Read);

        Assert.Equal((4, "R-4", 503, false), (failure.Attempts, failure.RequestId, failure.StatusCode, failure.OutcomeUnknown));
        Assert.True(failure.Elapsed > TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Corrects_the_clock_skew_and_signs_again_without_delay()
    {
        var ahead = new DateTimeOffset(2026, 11, 24, 8, 20, 0, TimeSpan.Zero);
        var service = new ScriptedService()
            .RespondsWithError(400, "InvalidTimeStamp.Expired", ("Date", ahead.ToString("r", CultureInfo.InvariantCulture)))
            .Succeeds().Succeeds();

        await service.RunAsync(Start);
        await service.RunAsync(Read);

        Assert.Equal(3, service.Requests.Count);
        Assert.StartsWith("2026-11-24T08:00", service.Requests[0]["x-acs-date"], StringComparison.Ordinal);
        Assert.All(
            service.Requests.Skip(1),
            request => Assert.StartsWith("2026-11-24T08:20", request["x-acs-date"], StringComparison.Ordinal));
        var warning = Assert.Single(service.Diagnostics, message => message.Level == BdrcDiagnosticLevel.Warning);
        Assert.Contains("1200 s behind", warning.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_sign_again_without_clock_skew()
    {
        var service = new ScriptedService().RespondsWithError(400, "InvalidTimeStamp.Expired", ("Date", "Tue, 24 Nov 2026 08:00:00 GMT"));

        Assert.Equal(BdrcErrorKind.Authentication, (await service.FailAsync(Read)).Kind);
    }

    [Fact]
    public async Task Retries_a_used_nonce_only_after_an_attempt_without_a_response()
    {
        var lost = new ScriptedService().Throws(new IOException("reset")).RespondsWithError(400, "SignatureNonceUsed").Succeeds();
        var first = new ScriptedService().RespondsWithError(400, "SignatureNonceUsed");

        await lost.RunAsync(Read);
        await first.FailAsync(Read);

        Assert.Equal((3, 1), (lost.Requests.Count, first.Requests.Count));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(5, 6)]
    public async Task Retries_as_often_as_the_context_allows(int retries, int attempts)
    {
        var service = new ScriptedService(new RetryOptions { MaxRetries = retries });
        for (var i = 0; i < attempts; i++)
            service.RespondsWithError(503, "ServiceUnavailable");

        Assert.Equal(attempts, (await service.FailAsync(Read)).Attempts);
    }

    [Fact]
    public async Task Stops_retrying_when_most_calls_fail()
    {
        var service = new ScriptedService();
        for (var i = 0; i < 80; i++)
            service.RespondsWithError(503, "ServiceUnavailable");
        BdrcException failure;
        var calls = 0;
        do
        {
            failure = await service.FailAsync(Read);
            calls++;
        }
        while (failure.Attempts == 4 && calls < 20);

        // 100 tokens, 5 for each retry: six calls with three retries, then one call with two.
        Assert.Equal((7, 3), (calls, failure.Attempts));
        Assert.Contains("too many recent calls", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await service.FailAsync(Read)).Attempts);
    }

    [Fact]
    public async Task Reports_the_status_of_an_HTML_response()
    {
        var service = new ScriptedService();
        for (var i = 0; i < 4; i++)
            service.Responds(HttpStatusCode.BadGateway, "<html><body>Bad gateway</body></html>");

        var failure = await service.FailAsync(Read);

        Assert.Equal(("HttpError.502", 4), (failure.Code, failure.Attempts));
    }

    [Fact]
    public async Task Does_not_follow_a_redirect()
    {
        var service = new ScriptedService().Responds(HttpStatusCode.Found, string.Empty, ("Location", "https://elsewhere.invalid/"));

        Assert.Equal("HttpError.302", (await service.FailAsync(Read)).Code);
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent)]
    [InlineData(HttpStatusCode.OK)]
    public async Task Accepts_an_empty_response_as_a_confirmation(HttpStatusCode status)
    {
        var service = new ScriptedService().Responds(status, string.Empty);

        Assert.Null(await service.RunAsync(client => client.EnableCheckProductAsync("oss", default)));
    }
}
