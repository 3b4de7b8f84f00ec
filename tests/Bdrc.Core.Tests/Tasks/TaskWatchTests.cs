using Bdrc.Core.Tasks;
using Bdrc.Sandbox;

namespace Bdrc.Core.Tests.Tasks;

public sealed class TaskWatchTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reports_a_task_when_it_ends_and_then_nothing_more()
    {
        var world = new SandboxContext(options => options.TaskDuration = TimeSpan.FromMinutes(1));
        var handle = await world.Client.UpdateResourcesAsync(null, Token);
        var watch = world.Client.WatchTasks([handle.TaskId], new TaskWatchOptions { Timeout = null, PollInterval = null });

        var report = await watch.NextAsync(Token);
        Assert.Equal(handle.TaskId, Assert.Single(report!.Pending).TaskId);
        while (report is { Ended.Count: 0 })
            report = await world.RunAsync(watch.NextAsync(Token), TimeSpan.FromSeconds(1));

        Assert.True(Assert.Single(report!.Ended).Succeeded);
        Assert.Equal(100, report.PercentComplete);
        Assert.Null(await watch.NextAsync(Token));
    }

    [Fact]
    public async Task Reads_pages_instead_of_asking_for_each_of_many_tasks()
    {
        var world = new SandboxContext(options => options.FinishedTasks = 300);
        var ids = new List<string>();
        var pages = world.Client.DescribeTasks(null, null, 500);
        while (await pages.ReadAsync(Token) is { } page)
            ids.AddRange(page.Select(task => task.TaskId));
        var before = world.Sandbox.RequestCount;

        var report = await world.Client.WatchTasks(ids, new TaskWatchOptions { Timeout = null, PollInterval = null }).NextAsync(Token);

        Assert.Equal(300, report!.Ended.Count);
        Assert.Equal(1, world.Sandbox.RequestCount - before);
    }

    [Fact]
    public async Task Times_out_and_names_what_is_unfinished()
    {
        var world = new SandboxContext(options => options.TaskDuration = TimeSpan.FromHours(1));
        var handle = await world.Client.UpdateResourcesAsync(null, Token);
        var watch = world.Client.WatchTasks([handle.TaskId], new TaskWatchOptions { Timeout = TimeSpan.FromSeconds(30), PollInterval = null });

        TaskWatchReport? report;
        do
            report = await world.RunAsync(watch.NextAsync(Token), TimeSpan.FromSeconds(1));
        while (report is { TimedOut: false });

        Assert.Equal(handle.TaskId, Assert.Single(report!.Pending).TaskId);
        Assert.Null(await watch.NextAsync(Token));
    }

    [Fact]
    public async Task Gives_up_a_task_the_service_does_not_know()
    {
        var world = new SandboxContext();

        var report = await world.Client.WatchTasks(["t-unknown"], new TaskWatchOptions { Timeout = null, PollInterval = null }).NextAsync(Token);

        Assert.Equal(BdrcErrorKind.NotFound, Assert.Single(report!.Lost).Value.Kind);
        Assert.Empty(report.Pending);
    }

    [Fact]
    public async Task Goes_on_after_faults_that_pass()
    {
        var world = new SandboxContext(options => options.TaskDuration = TimeSpan.FromMinutes(1));
        var handle = await world.Client.UpdateResourcesAsync(null, Token);
        var watch = world.Client.WatchTasks([handle.TaskId], new TaskWatchOptions { Timeout = null, PollInterval = null });
        await watch.NextAsync(Token);
        world.Sandbox.Faults.Add(Fault.Status(503, FaultBody.Html), "DescribeTask", times: 8);

        TaskWatchReport? report;
        do
            report = await world.RunAsync(watch.NextAsync(Token), TimeSpan.FromSeconds(1));
        while (report is { Ended.Count: 0 });

        Assert.True(report!.Ended[0].Succeeded);
        Assert.Equal(0, world.Sandbox.Faults.Pending);
    }

    [Fact]
    public async Task Ends_at_once_when_it_is_cancelled()
    {
        var world = new SandboxContext(options => options.TaskDuration = TimeSpan.FromHours(1));
        var handle = await world.Client.UpdateResourcesAsync(null, Token);
        using var stop = new CancellationTokenSource();
        var watch = world.Client.WatchTasks([handle.TaskId], new TaskWatchOptions { Timeout = null, PollInterval = null });
        await watch.NextAsync(stop.Token);
        var next = watch.NextAsync(stop.Token);

        await stop.CancelAsync();

        // The clock stands still: only the cancellation can end the wait.
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => next);
    }
}
