using Bdrc.Core.Tasks;
using Bdrc.Sandbox.Faults;

namespace Bdrc.Core.Tests.Tasks;

public sealed class WatchStoppingTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Leaves_nothing_behind_when_stopped_in_a_delay()
    {
        using var world = new WatchWorld(options => options.TaskDuration = TimeSpan.FromHours(1));
        var handle = await world.Client.UpdateResourcesAsync(null, Token);
        using var stop = new CancellationTokenSource();
        var watch = world.CreateWatcher([handle.TaskId], new TaskWatchOptions { Timeout = TimeSpan.FromHours(2) });
        await watch.NextAsync(stop.Token);
        var next = watch.NextAsync(stop.Token);
        Assert.NotEqual(0, world.Time.Timers);

        await AssertStopsAsync(world, next, stop);
    }

    [Fact]
    public async Task Leaves_nothing_behind_when_stopped_in_a_request()
    {
        using var world = new WatchWorld(options => options.TaskDuration = TimeSpan.FromHours(1));
        var handle = await world.Client.UpdateResourcesAsync(null, Token);
        world.Sandbox.Faults.Add(Fault.Slow(TimeSpan.FromHours(1)), "DescribeTask");
        using var stop = new CancellationTokenSource();
        var next = world.CreateWatcher([handle.TaskId]).NextAsync(stop.Token);
        Assert.Equal(1, world.CallsUnderWay);

        await AssertStopsAsync(world, next, stop);
    }

    [Fact]
    public async Task Leaves_nothing_behind_when_stopped_between_two_attempts()
    {
        using var world = new WatchWorld(options => options.TaskDuration = TimeSpan.FromHours(1));
        var handle = await world.Client.UpdateResourcesAsync(null, Token);
        world.Sandbox.Faults.Add(Fault.Status(503), "DescribeTask");
        using var stop = new CancellationTokenSource();
        var next = world.CreateWatcher([handle.TaskId]).NextAsync(stop.Token);

        // The delay before the retry, and the total timeout of the call.
        Assert.Equal((0, 2), (world.CallsUnderWay, world.Time.Timers));

        await AssertStopsAsync(world, next, stop);
    }

    [Fact]
    public async Task Leaves_nothing_behind_when_no_one_asks_for_the_next_look()
    {
        using var world = new WatchWorld(options => options.TaskDuration = TimeSpan.FromHours(1));
        var handle = await world.Client.UpdateResourcesAsync(null, Token);

        await world.CreateWatcher([handle.TaskId]).NextAsync(Token);

        // This is what a wait looks like from below when a command further down the pipeline has had enough.
        Assert.Equal((0, 0), (world.CallsUnderWay, world.Time.Timers));
    }

    [Fact]
    public async Task Goes_on_for_one_wait_when_another_of_the_same_task_is_stopped()
    {
        using var world = new WatchWorld(options => options.TaskDuration = TimeSpan.FromMinutes(1));
        var handle = await world.Client.UpdateResourcesAsync(null, Token);
        using var stop = new CancellationTokenSource();
        var (first, second) = (world.CreateWatcher([handle.TaskId]), world.CreateWatcher([handle.TaskId]));
        await first.NextAsync(stop.Token);
        await second.NextAsync(Token);
        var stopped = first.NextAsync(stop.Token);
        var goesOn = second.NextAsync(Token);

        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        Assert.NotNull(await world.Time.RunAsync(goesOn));
    }

    [Fact]
    public async Task Starts_no_poll_before_the_cancelled_one_has_ended()
    {
        GatedTransport? gate = null;
        using var world = new WatchWorld(
            options => options.TaskDuration = TimeSpan.FromMinutes(1), wrap: inner => gate = new GatedTransport(inner, "DescribeTask"));
        var handle = await world.Client.UpdateResourcesAsync(null, Token);
        using var stop = new CancellationTokenSource();
        var cancelled = world.CreateWatcher([handle.TaskId]).NextAsync(stop.Token);
        await stop.CancelAsync();

        var next = world.CreateWatcher([handle.TaskId]).NextAsync(Token);

        // The cancelled request is still under way, and both polls would use the same queue of failed tasks.
        Assert.Equal(1, gate!.RequestsUnderWay);
        Assert.False(cancelled.IsCompleted);
        gate.Release();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        Assert.Equal(handle.TaskId, Assert.Single((await world.Time.RunAsync(next))!.Pending).TaskId);
    }

    [Fact]
    public async Task Shares_the_polls_of_waits_for_the_same_task()
    {
        using var world = new WatchWorld(options => options.TaskDuration = TimeSpan.FromMinutes(5));
        var handle = await world.Client.UpdateResourcesAsync(null, Token);
        var before = world.Sandbox.RequestCount;
        var alone = (await world.WatchAsync([handle.TaskId])).Count;
        var soloRequests = world.Sandbox.RequestCount - before;
        handle = await world.Client.UpdateResourcesAsync(null, Token);
        before = world.Sandbox.RequestCount;

        var waits = Enumerable.Range(0, 5).Select(_ => ToEndAsync(world.CreateWatcher([handle.TaskId]))).ToArray();
        var ended = await world.Time.RunAsync(Task.WhenAll(waits));

        Assert.Equal(soloRequests, alone);
        Assert.All(ended, task => Assert.Equal(handle.TaskId, task.TaskId));
        Assert.InRange(world.Sandbox.RequestCount - before, alone, alone + 5);
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

    private static async Task AssertStopsAsync(WatchWorld world, Task next, CancellationTokenSource stop)
    {
        var requests = world.Sandbox.RequestCount;

        // The clock stands still: only the cancellation can end it.
        await stop.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
        Assert.Equal((0, 0), (world.CallsUnderWay, world.Time.Timers));
        world.Time.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(requests, world.Sandbox.RequestCount);
    }
}
