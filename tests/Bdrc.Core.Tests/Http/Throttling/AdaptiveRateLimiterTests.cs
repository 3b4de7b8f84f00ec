using Bdrc.Core.Http.Throttling;
using Bdrc.Simulation;

namespace Bdrc.Core.Tests.Http.Throttling;

public sealed class AdaptiveRateLimiterTests
{
    private readonly VirtualTime _time = new();

    [Fact]
    public void Lets_no_second_see_more_requests_than_the_quota()
    {
        var bucket = new AdaptiveRateLimiter(_time, 10);
        var sent = new List<TimeSpan>();
        for (var i = 0; i < 100; i++)
            _ = NoteAsync(bucket.AcquireAsync(background: false, CancellationToken.None), sent);

        while (_time.MoveToNextTimer())
        {
        }

        Assert.Equal(100, sent.Count);
        Assert.All(sent, start => Assert.InRange(sent.Count(other => other >= start && other < start + TimeSpan.FromSeconds(1)), 1, 10));
        Assert.InRange(_time.Elapsed.TotalSeconds, 9, 10);
    }

    [Fact]
    public void Serves_a_person_before_a_crowd_of_polls()
    {
        var bucket = new AdaptiveRateLimiter(_time, 10);
        var polls = Enumerable.Range(0, 100).Select(_ => bucket.AcquireAsync(background: true, CancellationToken.None)).ToList();

        Assert.Equal(8, polls.Count(poll => poll.IsCompleted));
        Assert.True(bucket.AcquireAsync(background: false, CancellationToken.None).IsCompleted);
        Assert.True(bucket.AcquireAsync(background: false, CancellationToken.None).IsCompleted);
        var person = bucket.AcquireAsync(background: false, CancellationToken.None);
        _time.Advance(TimeSpan.FromMilliseconds(1060));
        Assert.True(person.IsCompleted);
    }

    [Fact]
    public void Shrinks_when_it_is_throttled_and_grows_back_with_time()
    {
        var bucket = new AdaptiveRateLimiter(_time, 10);
        _time.Advance(TimeSpan.FromSeconds(2));
        bucket.Throttled(null);
        bucket.Throttled(null);
        Assert.Equal(7, bucket.Limit);

        _time.Advance(TimeSpan.FromSeconds(31));
        Assert.True(bucket.AcquireAsync(background: false, CancellationToken.None).IsCompleted);
        Assert.Equal(8, bucket.Limit);
    }

    [Fact]
    public void Knows_no_quota_until_it_is_shown_one()
    {
        var bucket = new AdaptiveRateLimiter(_time, null);
        for (var i = 0; i < 1000; i++)
            Assert.True(bucket.AcquireAsync(background: false, CancellationToken.None).IsCompleted);

        bucket.Throttled(5);

        Assert.Equal(5, bucket.Limit);
        Assert.False(bucket.AcquireAsync(background: false, CancellationToken.None).IsCompleted);
    }

    [Fact]
    public async Task Leaves_no_timer_when_the_last_waiter_is_stopped()
    {
        var bucket = new AdaptiveRateLimiter(_time, 1);
        await bucket.AcquireAsync(background: false, CancellationToken.None);
        using var stop = new CancellationTokenSource();
        var waiting = bucket.AcquireAsync(background: true, stop.Token);
        Assert.Equal(1, _time.Timers);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Equal(0, _time.Timers);
    }

    private async Task NoteAsync(Task turn, List<TimeSpan> sent)
    {
        await turn;
        sent.Add(_time.Elapsed);
    }
}
