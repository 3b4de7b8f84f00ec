using Bdrc.Core.Http.Throttling;
using Bdrc.Simulation;

namespace Bdrc.Core.Tests.Http.Throttling;

public sealed class AdaptiveRateLimiterTests
{
    private readonly VirtualTime _time = new();

    [Fact]
    public void Sends_no_more_requests_in_any_second_than_the_quota()
    {
        var limiter = new AdaptiveRateLimiter(_time, 10);
        var sent = new List<TimeSpan>();
        for (var i = 0; i < 100; i++)
            _ = RecordAsync(limiter.AcquireAsync(background: false, CancellationToken.None), sent);

        while (_time.MoveToNextTimer())
        {
        }

        Assert.Equal(100, sent.Count);
        Assert.All(sent, start => Assert.InRange(sent.Count(other => other >= start && other < start + TimeSpan.FromSeconds(1)), 1, 10));
        Assert.InRange(_time.Elapsed.TotalSeconds, 9, 10);
    }

    [Fact]
    public void Serves_a_foreground_call_before_background_polls()
    {
        var limiter = new AdaptiveRateLimiter(_time, 10);
        var polls = Enumerable.Range(0, 100).Select(_ => limiter.AcquireAsync(background: true, CancellationToken.None)).ToList();

        Assert.Equal(8, polls.Count(poll => poll.IsCompleted));
        Assert.True(limiter.AcquireAsync(background: false, CancellationToken.None).IsCompleted);
        Assert.True(limiter.AcquireAsync(background: false, CancellationToken.None).IsCompleted);
        var foreground = limiter.AcquireAsync(background: false, CancellationToken.None);
        _time.Advance(TimeSpan.FromMilliseconds(1060));
        Assert.True(foreground.IsCompleted);
    }

    [Fact]
    public void Lowers_the_limit_when_throttled_and_raises_it_with_time()
    {
        var limiter = new AdaptiveRateLimiter(_time, 10);
        _time.Advance(TimeSpan.FromSeconds(2));
        limiter.OnThrottled(null);
        limiter.OnThrottled(null);
        Assert.Equal(7, limiter.Limit);

        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.True(limiter.AcquireAsync(background: false, CancellationToken.None).IsCompleted);
        Assert.Equal(8, limiter.Limit);
    }

    [Fact]
    public void Has_no_limit_before_the_first_throttling()
    {
        var limiter = new AdaptiveRateLimiter(_time, null);
        for (var i = 0; i < 1000; i++)
            Assert.True(limiter.AcquireAsync(background: false, CancellationToken.None).IsCompleted);

        limiter.OnThrottled(5);

        Assert.Equal(5, limiter.Limit);
        Assert.False(limiter.AcquireAsync(background: false, CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task Disposes_the_timer_when_the_last_waiter_is_cancelled()
    {
        var limiter = new AdaptiveRateLimiter(_time, 1);
        await limiter.AcquireAsync(background: false, CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var waiting = limiter.AcquireAsync(background: true, stop.Token);
        Assert.Equal(1, _time.Timers);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(0, _time.Timers);
    }

    private async Task RecordAsync(Task turn, List<TimeSpan> sent)
    {
        await turn;
        sent.Add(_time.Elapsed);
    }
}
