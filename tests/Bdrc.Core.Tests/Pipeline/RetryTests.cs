using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Bdrc.Core.Pipeline;

namespace Bdrc.Core.Tests.Pipeline;

/// <summary>The cases of the retry rules: what is repeated, after how long, and what is not.</summary>
public sealed class RetryTests
{
    private static readonly Func<BdrcClient, Task<BdrcTask>> Read = client => client.DescribeTaskAsync("t-1", default);
    private static readonly Func<BdrcClient, Task<BdrcTaskHandle>> Start = client => client.CheckRulesAsync("acs:ecs:x", null, default);

    public static TheoryData<string, string, int> Hints => new()
    {
        { "x-acs-retry-after", "150", 150 },
        { "retry-after-ms", "700", 700 },
        { "Retry-After", "2", 2000 },
        { "X-RateLimit-User-API", "Remain:0,Limit:2,Time:1000,TimeLeft:400", 400 },
    };

    [Theory]
    [MemberData(nameof(Hints))]
    public async Task Waits_as_long_as_the_service_asks(string header, string value, int milliseconds)
    {
        var service = new ScriptedService().Refuses(429, "Throttling.User", (header, value)).Succeeds();

        await service.RunAsync(Read);

        Assert.Equal(2, service.Requests.Count);
        Assert.InRange((service.Times[1] - service.Times[0]).TotalMilliseconds, milliseconds, milliseconds * 1.1 + 20);
        Assert.NotEqual(service.Requests[0]["x-acs-signature-nonce"], service.Requests[1]["x-acs-signature-nonce"]);
        Assert.Equal("1", service.Requests[1]["x-acs-retry-attempts"]);
        Assert.Contains("x-acs-retry-attempts;x-acs-retry-delay", service.Requests[1]["authorization"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("x-acs-retry-after", "0")]
    [InlineData("x-acs-retry-after", "")]
    [InlineData("x-acs-retry-after", "-5")]
    [InlineData("x-acs-retry-after", "soon")]
    [InlineData("Retry-After", "Tue, 24 Nov 2020 08:00:00 GMT")]
    public async Task Takes_a_hint_that_means_nothing_for_none(string header, string value)
    {
        var service = new ScriptedService().Refuses(400, "Throttling.Api", (header, value)).Succeeds();

        await service.RunAsync(Read);

        // Half of one second, and half of the other half.
        Assert.InRange((service.Times[1] - service.Times[0]).TotalMilliseconds, 750, 790);
    }

    [Fact]
    public async Task Reads_a_date_against_the_clock_of_the_service()
    {
        var service = new ScriptedService()
            .Refuses(503, "ServiceUnavailable", ("Date", "Tue, 24 Nov 2026 09:00:00 GMT"), ("Retry-After", "Tue, 24 Nov 2026 09:00:03 GMT"))
            .Succeeds();

        await service.RunAsync(Read);

        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task Does_not_wait_longer_than_a_minute_and_says_what_was_asked()
    {
        var service = new ScriptedService().Refuses(429, "Throttling", ("x-acs-retry-after", "90000"));

        var failure = await service.FailAsync(Read);

        Assert.Contains("90 s", failure.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(90), failure.RetryAfter);
        Assert.Equal(BdrcErrorKind.LimitsExceeded, failure.Kind);
    }

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
    public async Task Sends_what_starts_a_task_once_when_the_outcome_is_unknown()
    {
        var service = new ScriptedService().Refuses(503, "ServiceUnavailable");

        var failure = await service.FailAsync(Start);

        Assert.Single(service.Requests);
        Assert.True(failure.OutcomeUnknown);
        Assert.Contains("may have taken effect", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Repeats_what_starts_a_task_when_the_connection_was_refused()
    {
        var service = new ScriptedService()
            .Breaks(new HttpRequestException("refused", new SocketException((int)SocketError.ConnectionRefused)))
            .Succeeds();

        await service.RunAsync(Start);

        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task Does_not_repeat_what_starts_a_task_when_the_connection_broke_after_sending()
    {
        var service = new ScriptedService()
            .Breaks(new HttpRequestException("reset", new IOException("reset", new SocketException((int)SocketError.ConnectionReset))));

        Assert.True((await service.FailAsync(Start)).OutcomeUnknown);
        Assert.Single(service.Requests);
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
    public async Task Takes_a_thing_that_is_gone_for_removed_when_an_earlier_attempt_may_have_worked()
    {
        var service = new ScriptedService().Refuses(502, "BadGateway").Refuses(404, "EntityNotExist.ProtectionPolicy");

        await service.RunAsync(client => client.DeleteProtectionPolicyAsync("p-1", default));

        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task Reports_a_thing_that_was_never_there()
    {
        var service = new ScriptedService().Refuses(404, "EntityNotExist.ProtectionPolicy");

        Assert.Equal(BdrcErrorKind.NotFound, (await service.FailAsync(client => client.DeleteProtectionPolicyAsync("p-1", default))).Kind);
    }

    [Fact]
    public async Task Asks_the_service_whether_it_was_opened_instead_of_opening_it_twice()
    {
        var service = new ScriptedService()
            .Refuses(504, "GatewayTimeout")
            .Answers(HttpStatusCode.OK, """{"Data":{"ServiceStatus":"OPENED"}}""");

        await service.RunAsync(client => client.OpenBdrcServiceAsync(default));

        Assert.Equal(["OpenBdrcService", "GetBdrcService"], service.Requests.Select(request => request["x-acs-action"]));
    }

    [Fact]
    public async Task Keeps_the_client_token_over_all_attempts()
    {
        var service = new ScriptedService().Refuses(500, "InternalError").Answers(HttpStatusCode.OK, "{}");

        await service.RunAsync(client => client.UpdateProtectionPolicyAsync("p-1", new Policies.PolicyChange { Name = "n" }, default));

        Assert.Equal(service.Requests[0]["x-acs-content-sha256"], service.Requests[1]["x-acs-content-sha256"]);
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

    [Fact]
    public async Task Stays_within_the_time_of_the_call()
    {
        var service = new ScriptedService(new CallSettings { RequestTimeout = TimeSpan.FromSeconds(5) });
        for (var i = 0; i < 4; i++)
            service.Refuses(429, "Throttling", ("x-acs-retry-after", "3000"));

        var failure = await service.FailAsync(Read);

        Assert.Equal(2, failure.Attempts);
        Assert.True(failure.Elapsed < TimeSpan.FromSeconds(5));
        Assert.Contains("5 s that the call may take", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(5, 6)]
    public async Task Repeats_as_often_as_the_context_says(int retries, int attempts)
    {
        var service = new ScriptedService(new CallSettings { MaxRetries = retries });
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
        Assert.Contains("too many calls", failure.Message, StringComparison.Ordinal);
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

        Assert.Null(await service.RunAsync(client => client.SwitchCheckOfProductAsync("oss", enabled: true, default)));
    }

    [Fact]
    public async Task Writes_one_line_for_each_repeat_and_shows_long_waits()
    {
        var service = new ScriptedService().Refuses(429, "Throttling.User", ("x-acs-retry-after", "12000")).Succeeds();

        await service.RunAsync(Read);

        var line = Assert.Single(service.Diagnostics, message => message.Level == BdrcDiagnosticLevel.Warning).Message;
        Assert.Equal("DescribeTask: attempt 2 of 4 in 12.5 s: Throttling.User, RequestId R-1, server asked 12000 ms", line);
        Assert.Single(service.Diagnostics, message => message.Level == BdrcDiagnosticLevel.Waiting);
        Assert.Equal(2, service.Diagnostics.Count(message => message.Level == BdrcDiagnosticLevel.Debug));
    }

    [Fact]
    public async Task Ends_a_wait_when_it_is_stopped()
    {
        var service = new ScriptedService().Refuses(429, "Throttling", ("x-acs-retry-after", "30000"));
        using var stop = new CancellationTokenSource();
        var running = service.Client.DescribeTaskAsync("t-1", stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
