using Bdrc.Core.Client;
using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Tests.Http;

/// <summary>How long a retry waits, and what it logs.</summary>
public sealed class RetryWaitTests
{
    private static readonly Func<BdrcClient, Task<BdrcTask>> Read = client => client.DescribeTaskAsync("t-1", default);

    public static TheoryData<string, string, int> Hints => new()
    {
        { "x-acs-retry-after", "150", 150 },
        { "retry-after-ms", "700", 700 },
        { "Retry-After", "2", 2000 },
        { "X-RateLimit-User-API", "Remain:0,Limit:2,Time:1000,TimeLeft:400", 400 },
    };

    [Theory]
    [MemberData(nameof(Hints))]
    public async Task Waits_as_long_as_the_service_requests(string header, string value, int milliseconds)
    {
        var service = new ScriptedService().RespondsWithError(429, "Throttling.User", (header, value)).Succeeds();

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
    public async Task Ignores_an_invalid_hint(string header, string value)
    {
        var service = new ScriptedService().RespondsWithError(400, "Throttling.Api", (header, value)).Succeeds();

        await service.RunAsync(Read);

        // Half of one second, plus jitter of half of the other half.
        Assert.InRange((service.Times[1] - service.Times[0]).TotalMilliseconds, 750, 790);
    }

    [Fact]
    public async Task Compares_a_date_with_the_clock_of_the_service()
    {
        var service = new ScriptedService()
            .RespondsWithError(
                503,
                "ServiceUnavailable",
                ("Date", "Tue, 24 Nov 2026 09:00:00 GMT"),
                ("Retry-After", "Tue, 24 Nov 2026 09:00:03 GMT"))
            .Succeeds();

        await service.RunAsync(Read);

        Assert.Equal(2, service.Requests.Count);
    }

    [Fact]
    public async Task Does_not_wait_longer_than_a_minute_and_reports_the_requested_delay()
    {
        var service = new ScriptedService().RespondsWithError(429, "Throttling", ("x-acs-retry-after", "90000"));

        var failure = await service.FailAsync(Read);

        Assert.Contains("90 s", failure.Message, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(90), failure.RetryAfter);
        Assert.Equal(BdrcErrorKind.LimitsExceeded, failure.Kind);
    }

    [Fact]
    public async Task Stays_within_the_request_timeout()
    {
        var service = new ScriptedService(new RetryOptions { RequestTimeout = TimeSpan.FromSeconds(5) });
        for (var i = 0; i < 4; i++)
            service.RespondsWithError(429, "Throttling", ("x-acs-retry-after", "3000"));

        var failure = await service.FailAsync(Read);

        Assert.Equal(2, failure.Attempts);
        Assert.True(failure.Elapsed < TimeSpan.FromSeconds(5));
        Assert.Contains("the call's time limit of 5 s", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_one_line_for_each_retry_and_reports_long_waits()
    {
        var service = new ScriptedService().RespondsWithError(429, "Throttling.User", ("x-acs-retry-after", "12000")).Succeeds();

        await service.RunAsync(Read);

        var line = Assert.Single(service.Diagnostics, message => message.Level == BdrcDiagnosticLevel.Warning).Message;
        Assert.Equal(
            "DescribeTask: attempt 2 of 4 in 12.5 s: Throttling.User, RequestId R-1, the service requested a delay of 12000 ms", line);
        Assert.Single(service.Diagnostics, message => message.Level == BdrcDiagnosticLevel.Waiting);
        Assert.Equal(2, service.Diagnostics.Count(message => message.Level == BdrcDiagnosticLevel.Debug));
    }

    [Fact]
    public async Task Ends_a_wait_when_it_is_cancelled()
    {
        var service = new ScriptedService().RespondsWithError(429, "Throttling", ("x-acs-retry-after", "30000"));
        using var stop = new CancellationTokenSource();
        var running = service.Client.DescribeTaskAsync("t-1", stop.Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
    }
}
