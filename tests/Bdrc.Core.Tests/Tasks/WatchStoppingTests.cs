using Bdrc.Core.Tasks;
using Bdrc.Sandbox.Faults;

namespace Bdrc.Core.Tests.Tasks;

public sealed class WatchStoppingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leaves_no_timer_or_call_when_stopped_in_a_delay()
    {
        using var fixture = new WatchFixture(options => options.TaskDuration = TimeSpan.FromHours(1));
        var handle = await fixture.Client.UpdateResourcesAsync(null, Token);
        using var stop = new CancellationTokenSource();
        var watch = fixture.CreateWatcher([handle.TaskId], new TaskWatchOptions { Timeout = TimeSpan.FromHours(2) });
        await watch.NextAsync(stop.Token);
        var next = watch.NextAsync(stop.Token);
        Assert.NotEqual(0, fixture.Time.Timers);

        await AssertStopsAsync(fixture, next, stop);
    }

    [Fact]
    public async Task Leaves_no_timer_or_call_when_stopped_in_a_request()
    {
        using var fixture = new WatchFixture(options => options.TaskDuration = TimeSpan.FromHours(1));
        var handle = await fixture.Client.UpdateResourcesAsync(null, Token);
        fixture.Sandbox.Faults.Add(Fault.Slow(TimeSpan.FromHours(1)), "DescribeTask");
        using var stop = new CancellationTokenSource();
        var next = fixture.CreateWatcher([handle.TaskId]).NextAsync(stop.Token);
        Assert.Equal(1, fixture.CallsInProgress);

        await AssertStopsAsync(fixture, next, stop);
    }

    [Fact]
    public async Task Leaves_no_timer_or_call_when_stopped_between_two_attempts()
    {
        using var fixture = new WatchFixture(options => options.TaskDuration = TimeSpan.FromHours(1));
        var handle = await fixture.Client.UpdateResourcesAsync(null, Token);
        fixture.Sandbox.Faults.Add(Fault.Status(503), "DescribeTask");
        using var stop = new CancellationTokenSource();
        var next = fixture.CreateWatcher([handle.TaskId]).NextAsync(stop.Token);

        // The delay before the retry, and the total timeout of the call.
        Assert.Equal((0, 2), (fixture.CallsInProgress, fixture.Time.Timers));

        await AssertStopsAsync(fixture, next, stop);
    }

    [Fact]
    public async Task Leaves_no_timer_or_call_when_the_next_poll_is_never_requested()
    {
        using var fixture = new WatchFixture(options => options.TaskDuration = TimeSpan.FromHours(1));
        var handle = await fixture.Client.UpdateResourcesAsync(null, Token);

        await fixture.CreateWatcher([handle.TaskId]).NextAsync(Token);

        // A command further down the pipeline, such as Select-Object -First, stops a wait in this way.
        Assert.Equal((0, 0), (fixture.CallsInProgress, fixture.Time.Timers));
    }

    [Fact]
    public async Task Continues_a_wait_when_another_wait_for_the_same_task_is_stopped()
    {
        using var fixture = new WatchFixture(options => options.TaskDuration = TimeSpan.FromMinutes(1));
        var handle = await fixture.Client.UpdateResourcesAsync(null, Token);
        using var stop = new CancellationTokenSource();
        var (first, second) = (fixture.CreateWatcher([handle.TaskId]), fixture.CreateWatcher([handle.TaskId]));
        await first.NextAsync(stop.Token);
        await second.NextAsync(Token);
        var stopped = first.NextAsync(stop.Token);
        var goesOn = second.NextAsync(Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        Assert.NotNull(await fixture.Time.RunAsync(goesOn));
    }

    [Fact]
    public async Task Starts_no_poll_before_the_cancelled_one_has_ended()
    {
        GatedTransport? gate = null;
        using var fixture = new WatchFixture(
            options => options.TaskDuration = TimeSpan.FromMinutes(1), wrap: inner => gate = new GatedTransport(inner, "DescribeTask"));
        var handle = await fixture.Client.UpdateResourcesAsync(null, Token);
        using var stop = new CancellationTokenSource();
        var cancelled = fixture.CreateWatcher([handle.TaskId]).NextAsync(stop.Token);
        await stop.CancelAsync();

        var next = fixture.CreateWatcher([handle.TaskId]).NextAsync(Token);

        // The cancelled request is still in progress, and both polls would use the same queue of failed tasks.
        Assert.Equal(1, gate!.RequestsInProgress);
        Assert.False(cancelled.IsCompleted);
        gate.Release();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(handle.TaskId, Assert.Single((await fixture.Time.RunAsync(next))!.Pending).TaskId);
    }

    [Fact]
    public async Task Shares_the_polls_of_waits_for_the_same_task()
    {
        using var fixture = new WatchFixture(options => options.TaskDuration = TimeSpan.FromMinutes(5));
        var handle = await fixture.Client.UpdateResourcesAsync(null, Token);
        var before = fixture.Sandbox.RequestCount;
        var alone = (await fixture.WatchAsync([handle.TaskId])).Count;
        var soloRequests = fixture.Sandbox.RequestCount - before;
        handle = await fixture.Client.UpdateResourcesAsync(null, Token);
        before = fixture.Sandbox.RequestCount;

        var waits = Enumerable.Range(0, 5).Select(_ => ToEndAsync(fixture.CreateWatcher([handle.TaskId]))).ToArray();
        var ended = await fixture.Time.RunAsync(Task.WhenAll(waits));

        Assert.Equal(soloRequests, alone);
        Assert.All(ended, task => Assert.Equal(handle.TaskId, task.TaskId));
        Assert.InRange(fixture.Sandbox.RequestCount - before, alone, alone + 5);
    }

    private static async Task<BdrcTask> ToEndAsync(TaskWatcher watch)
    {
        while (await watch.NextAsync(Token) is { } report)
        {
            if (report.Ended.Count > 0)
                return report.Ended[0];
        }

        throw new InvalidOperationException("The task did not end.");
    }

    private static async Task AssertStopsAsync(WatchFixture fixture, Task next, CancellationTokenSource stop)
    {
        var requests = fixture.Sandbox.RequestCount;

        // The clock does not advance: only the cancellation can end it.
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.Equal((0, 0), (fixture.CallsInProgress, fixture.Time.Timers));
        fixture.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(requests, fixture.Sandbox.RequestCount);
    }
}
