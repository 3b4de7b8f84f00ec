using System.Net.Sockets;
using System.Text.Json;
using Bdrc.Sandbox.Faults;
using Bdrc.Sandbox.Tests.Clients;

namespace Bdrc.Sandbox.Tests.Faults;

public sealed class FaultTests
{
    [Theory]
    [InlineData(ThrottleHint.Milliseconds, "x-acs-retry-after", "1500")]
    [InlineData(ThrottleHint.RetryAfter, "Retry-After", "2")]
    [InlineData(ThrottleHint.RateLimit, "X-RateLimit-User", "Remain:0,Limit:10,Time:1000,TimeLeft:1500,Reset:0")]
    public async Task Throttles_with_a_hint(ThrottleHint hint, string header, string value)
    {
        using var fixture = new SandboxFixture();
        fixture.Sandbox.Faults.Add(Fault.Throttle(hint, TimeSpan.FromMilliseconds(1500)));
        var response = await fixture.CallAsync("DescribeTasks");
        response.MustBe(429, "Throttling.User");
        Assert.Equal(value, string.Join(",", response.Headers.GetValues(header)));
        (await fixture.CallAsync("DescribeTasks")).MustBe(200);
    }

    [Fact]
    public async Task Throttles_without_any_hint()
    {
        using var fixture = new SandboxFixture();
        fixture.Sandbox.Faults.Add(Fault.Throttle(ThrottleHint.None, TimeSpan.FromSeconds(1)));
        var response = await fixture.CallAsync("DescribeTasks");
        response.MustBe(429);
        Assert.Null(response.Header("x-acs-retry-after"));
        Assert.Null(response.Header("Retry-After"));
    }

    [Theory]
    [InlineData(500, FaultBody.Json, "{")]
    [InlineData(502, FaultBody.Html, "<html>")]
    [InlineData(503, FaultBody.Empty, "")]
    [InlineData(504, FaultBody.Html, "<html>")]
    public async Task Answers_an_error_status_with_the_body_asked_for(int status, FaultBody body, string begins)
    {
        using var fixture = new SandboxFixture();
        fixture.Sandbox.Faults.Add(Fault.Status(status, body));
        var response = await fixture.CallAsync("DescribeTasks");
        response.MustBe(status);
        Assert.StartsWith(begins, response.Text, StringComparison.Ordinal);
        Assert.Equal(begins.Length == 0, response.Text.Length == 0);
        Assert.NotNull(response.Header("x-acs-request-id"));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public async Task Resets_the_connection_after_or_before_the_request_took_effect(bool after, int tasks)
    {
        using var fixture = new SandboxFixture();
        fixture.Sandbox.Faults.Add(Fault.Reset(after));
        var failure = await Assert.ThrowsAsync<HttpRequestException>(() => fixture.CallAsync("UpdateResources"));
        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(failure.InnerException).SocketErrorCode);
        Assert.Equal(tasks, (await fixture.CallAsync("DescribeTasks")).Content.Count);
    }

    [Fact]
    public async Task Answers_late_by_the_clock_of_the_sandbox()
    {
        using var fixture = new SandboxFixture();
        fixture.Sandbox.Faults.Add(Fault.Slow(TimeSpan.FromSeconds(5)));
        var call = fixture.CallAsync("DescribeTasks");
        fixture.Clock.Advance(TimeSpan.FromSeconds(4));
        Assert.False(call.IsCompleted);
        fixture.Clock.Advance(TimeSpan.FromSeconds(1));
        (await call).MustBe(200);
    }

    [Fact]
    public async Task Stops_a_late_answer_when_the_caller_does_not_want_it_any_more()
    {
        using var fixture = new SandboxFixture();
        fixture.Sandbox.Faults.Add(Fault.Slow(TimeSpan.FromHours(1)));
        using var stop = new CancellationTokenSource();
        var call = fixture.Sandbox.HandleAsync(new SandboxRequest("GET", "/", "h", [], []), stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Cuts_an_answer_off()
    {
        using var fixture = new SandboxFixture();
        fixture.Sandbox.Faults.Add(Fault.TruncatedJson());
        var response = await fixture.CallAsync("UpdateResources");
        Assert.Equal(200, response.Status);
        Assert.ThrowsAny<JsonException>(() => response.Json);
        Assert.Single((await fixture.CallAsync("DescribeTasks")).Content);
    }

    [Fact]
    public async Task Has_a_clock_that_can_be_off_until_it_is_set_right()
    {
        using var fixture = new SandboxFixture();
        fixture.Sandbox.Faults.ClockSkew = TimeSpan.FromMinutes(20);
        var response = await fixture.CallAsync("DescribeTasks");
        response.MustBe(400, "InvalidTimeStamp.Expired");
        Assert.Equal("Fri, 02 Jan 2026 03:24:05 GMT", response.Header("Date"));
        fixture.Sandbox.Faults.Clear();
        (await fixture.CallAsync("DescribeTasks")).MustBe(200);
    }

    [Fact]
    public async Task Has_a_clock_that_can_be_off_for_one_request()
    {
        using var fixture = new SandboxFixture();
        fixture.Sandbox.Faults.Add(Fault.ClockSkew(TimeSpan.FromMinutes(-20)));
        (await fixture.CallAsync("DescribeTasks")).MustBe(400, "InvalidTimeStamp.Expired");
        (await fixture.CallAsync("DescribeTasks")).MustBe(200);
    }

    [Fact]
    public async Task Says_that_credentials_expired_that_a_nonce_was_used_and_whatever_is_wanted()
    {
        using var fixture = new SandboxFixture();
        fixture.Sandbox.Faults.Add(Fault.ExpiredToken());
        fixture.Sandbox.Faults.Add(Fault.NonceUsed());
        fixture.Sandbox.Faults.Add(Fault.Error(403, "NoPermission", "You may not."));
        (await fixture.CallAsync("DescribeTasks")).MustBe(400, "InvalidSecurityToken.Expired");
        (await fixture.CallAsync("DescribeTasks")).MustBe(400, "SignatureNonceUsed");
        (await fixture.CallAsync("DescribeTasks")).MustBe(403, "NoPermission");
    }

    [Fact]
    public async Task Hits_only_the_operation_asked_for_and_as_often_as_asked_for()
    {
        using var fixture = new SandboxFixture();
        fixture.Sandbox.Faults.Add(Fault.Status(503), "DescribeRules", times: 2);
        (await fixture.CallAsync("DescribeTasks")).MustBe(200);
        (await fixture.CallAsync("DescribeRules")).MustBe(503);
        Assert.Equal(1, fixture.Sandbox.Faults.Pending);
        (await fixture.CallAsync("DescribeRules")).MustBe(503);
        (await fixture.CallAsync("DescribeRules")).MustBe(200);
    }
}
