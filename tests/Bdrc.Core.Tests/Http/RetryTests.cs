using System.Globalization;
using System.Net;
using Bdrc.Core.Client;
using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Tests.Http;

/// <summary>What is repeated, how often, and what is not.</summary>
public sealed class RetryTests
{
    private static readonly Func<BdrcClient, Task<BdrcTask>> Read = client => client.DescribeTaskAsync("t-1", default);
    private static readonly Func<BdrcClient, Task<BdrcTaskHandle>> Start = client => client.CheckRulesAsync("acs:ecs:x", null, default);

    [Fact]
    public async Task Tries_a_read_four_times_and_keeps_the_last_answer()
    {
        var service = new ScriptedService();
        for (var i = 0; i < 4; i++)
            service.Refuses(503, "ServiceUnavailable");

        var failure = await service.FailAsync(Read);

        Assert.Equal((4, "R-4", 503, false), (failure.Attempts, failure.RequestId, failure.StatusCode, failure.OutcomeUnknown));
        Assert.True(failure.Elapsed > TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task Learns_the_time_of_the_service_and_signs_again_at_once()
    {
        var ahead = new DateTimeOffset(2026, 11, 24, 8, 20, 0, TimeSpan.Zero);
        var service = new ScriptedService()
            .Refuses(400, "InvalidTimeStamp.Expired", ("Date", ahead.ToString("r", CultureInfo.InvariantCulture)))
            .Succeeds().Succeeds();

        await service.RunAsync(Start);
        await service.RunAsync(Read);

        Assert.Equal(3, service.Requests.Count);
        Assert.StartsWith("2026-11-24T08:00", service.Requests[0]["x-acs-date"], StringComparison.Ordinal);
        Assert.All(service.Requests.Skip(1), request => Assert.StartsWith("2026-11-24T08:20", request["x-acs-date"], StringComparison.Ordinal));
        Assert.Contains("1200 s behind", Assert.Single(service.Diagnostics, message => message.Level == BdrcDiagnosticLevel.Warning).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Does_not_sign_again_when_the_clocks_agree()
    {
        var service = new ScriptedService().Refuses(400, "InvalidTimeStamp.Expired", ("Date", "Tue, 24 Nov 2026 08:00:00 GMT"));

        Assert.Equal(BdrcErrorKind.Authentication, (await service.FailAsync(Read)).Kind);
    }

    [Fact]
    public async Task Takes_a_nonce_that_was_seen_before_for_a_lost_attempt_only_after_one()
    {
        var lost = new ScriptedService().Breaks(new IOException("reset")).Refuses(400, "SignatureNonceUsed").Succeeds();
        var first = new ScriptedService().Refuses(400, "SignatureNonceUsed");

        await lost.RunAsync(Read);
        await first.FailAsync(Read);

        Assert.Equal((3, 1), (lost.Requests.Count, first.Requests.Count));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(5, 6)]
    public async Task Repeats_as_often_as_the_context_says(int retries, int attempts)
    {
        var service = new ScriptedService(new RetryOptions { MaxRetries = retries });
        for (var i = 0; i < attempts; i++)
            service.Refuses(503, "ServiceUnavailable");

        Assert.Equal(attempts, (await service.FailAsync(Read)).Attempts);
    }

    [Fact]
    public async Task Stops_repeating_when_most_calls_fail()
    {
        var service = new ScriptedService();
        for (var i = 0; i < 80; i++)
            service.Refuses(503, "ServiceUnavailable");
        BdrcException failure;
        var calls = 0;
        do
        {
            failure = await service.FailAsync(Read);
            calls++;
        }
        while (failure.Attempts == 4 && calls < 20);

        // 100 tokens, 5 for each repeat: six calls of three repeats, then two repeats more.
        Assert.Equal((7, 3), (calls, failure.Attempts));
        Assert.Contains("too many recent calls", failure.Message, StringComparison.Ordinal);
        Assert.Equal(1, (await service.FailAsync(Read)).Attempts);
    }

    [Fact]
    public async Task Names_the_status_when_the_answer_is_a_page()
    {
        var service = new ScriptedService();
        for (var i = 0; i < 4; i++)
            service.Answers(HttpStatusCode.BadGateway, "<html><body>Bad gateway</body></html>");

        var failure = await service.FailAsync(Read);

        Assert.Equal(("HttpError.502", 4), (failure.Code, failure.Attempts));
    }

    [Fact]
    public async Task Follows_no_redirect()
    {
        var service = new ScriptedService().Answers(HttpStatusCode.Found, string.Empty, ("Location", "https://elsewhere.invalid/"));

        Assert.Equal("HttpError.302", (await service.FailAsync(Read)).Code);
        Assert.Single(service.Requests);
    }

    [Theory]
    [InlineData(HttpStatusCode.NoContent)]
    [InlineData(HttpStatusCode.OK)]
    public async Task Takes_an_empty_answer_for_a_confirmation(HttpStatusCode status)
    {
        var service = new ScriptedService().Answers(status, string.Empty);

        Assert.Null(await service.RunAsync(client => client.EnableCheckProductAsync("oss", default)));
    }
}
