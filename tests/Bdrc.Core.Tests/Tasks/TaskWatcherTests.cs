using Bdrc.Core.Client;
using Bdrc.Core.Tasks;
using Bdrc.Sandbox.Faults;

namespace Bdrc.Core.Tests.Tasks;

public sealed class TaskWatcherTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Reports_a_task_when_it_ends_and_then_nothing_more()
    {
        using var world = new WatchWorld(options => options.TaskDuration = TimeSpan.FromMinutes(1));
        var handle = await world.Client.UpdateResourcesAsync(null, Token);

        var reports = await world.WatchAsync([handle.TaskId]);

        Assert.True(Assert.Single(reports[^1].Ended).Succeeded);
        Assert.Equal(100, reports[^1].PercentComplete);
        Assert.All(reports.SkipLast(1), report => Assert.Equal(handle.TaskId, Assert.Single(report.Pending).TaskId));
        Assert.InRange(world.Time.Elapsed.TotalSeconds, 60, 62);
    }

    [Fact]
    public async Task Reads_pages_instead_of_asking_for_each_of_many_tasks()
    {
        using var world = new WatchWorld(options => options.FinishedTasks = 1200);
        var ids = await world.AllIdsAsync();
        var before = world.Sandbox.RequestCount;

        var report = Assert.Single(await world.WatchAsync(ids));

        Assert.Equal(1200, report.Ended.Count);
        Assert.Equal(3, world.Sandbox.RequestCount - before);
    }

    [Fact]
    public async Task Finds_tasks_that_lie_deep_in_the_history_without_reading_all_of_it()
    {
        using var world = new WatchWorld(options => options.FinishedTasks = 20_000);
        var ids = (await world.AllIdsAsync())[^10..];
        var before = world.Sandbox.RequestCount;

        var report = Assert.Single(await world.WatchAsync(ids));

        Assert.Equal(10, report.Ended.Count);
        Assert.InRange(world.Sandbox.RequestCount - before, 1, 16);
    }

    [Fact]
    public async Task Times_out_and_names_what_is_unfinished()
    {
        using var world = new WatchWorld(options => options.TaskDuration = TimeSpan.FromHours(1));
        var handle = await world.Client.UpdateResourcesAsync(null, Token);

        var reports = await world.WatchAsync([handle.TaskId], new TaskWatchOptions { Timeout = TimeSpan.FromSeconds(30) });

        Assert.True(reports[^1].TimedOut);
        Assert.Equal(handle.TaskId, Assert.Single(reports[^1].Pending).TaskId);
        Assert.InRange(world.Time.Elapsed.TotalSeconds, 30, 30.1);
    }

    [Fact]
    public async Task Times_out_although_the_service_does_not_answer()
    {
        using var world = new WatchWorld(options => options.TaskDuration = TimeSpan.FromHours(1));
        var handle = await world.Client.UpdateResourcesAsync(null, Token);
        world.Sandbox.Faults.Add(Fault.Slow(TimeSpan.FromHours(1)), "DescribeTask", times: 100);

        var reports = await world.WatchAsync([handle.TaskId], new TaskWatchOptions { Timeout = TimeSpan.FromSeconds(20) });

        Assert.True(Assert.Single(reports).TimedOut);
        Assert.InRange(world.Time.Elapsed.TotalSeconds, 20, 31);
        Assert.Equal(0, world.CallsUnderWay);
    }

    [Fact]
    public async Task Gives_up_a_task_the_service_does_not_know_and_waits_for_the_others()
    {
        using var world = new WatchWorld(options => options.TaskDuration = TimeSpan.FromMinutes(1));
        var handle = await world.Client.UpdateResourcesAsync(null, Token);

        var reports = await world.WatchAsync(["t-unknown", handle.TaskId, handle.TaskId]);

        Assert.Equal(BdrcErrorKind.NotFound, Assert.Single(reports[0].Lost).Value.Kind);
        Assert.Equal(handle.TaskId, Assert.Single(reports.SelectMany(report => report.Ended)).TaskId);
        Assert.Equal(2, reports[0].Total);
    }

    [Fact]
    public async Task Keeps_to_the_interval_that_is_asked_for()
    {
        using var world = new WatchWorld(options => options.TaskDuration = TimeSpan.FromSeconds(70));
        var handle = await world.Client.UpdateResourcesAsync(null, Token);

        var reports = await world.WatchAsync([handle.TaskId], new TaskWatchOptions { PollInterval = TimeSpan.FromSeconds(20) });

        Assert.Equal(5, reports.Count);
        Assert.Equal(80, world.Time.Elapsed.TotalSeconds, 1);
    }

    [Fact]
    public async Task Survives_a_clock_that_is_set_back_and_a_network_that_is_away_for_minutes()
    {
        using var world = new WatchWorld(options => options.TaskDuration = TimeSpan.FromMinutes(10));
        var handle = await world.Client.UpdateResourcesAsync(null, Token);
        var watch = world.CreateWatcher([handle.TaskId]);
        await watch.NextAsync(Token);
        world.Sandbox.Faults.Add(Fault.Reset(afterExecution: false), "DescribeTask", times: 40);
        world.Time.WallClockJump = TimeSpan.FromMinutes(-5);

        TaskWatchReport? report;
        do
            report = await world.Time.RunAsync(watch.NextAsync(Token));
        while (report is { Ended.Count: 0 });

        Assert.True(report!.Ended[0].Succeeded);
        Assert.Equal(0, world.Sandbox.Faults.Pending);
        Assert.Contains(world.Messages, message => message.Level == BdrcDiagnosticLevel.Verbose && message.Message.StartsWith("The wait continues", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Outlives_its_credentials()
    {
        using var world = new WatchWorld(options => options.TaskDuration = TimeSpan.FromHours(3));
        var context = world.ContextInRole("acs:ram::1580000000000001:role/bdrc-runner");
        var handle = await world.Time.RunAsync(BdrcClient.For(context, world.Messages.Add).UpdateResourcesAsync(null, Token));
        var watch = TaskWatcher.Create(context, world.Messages.Add, [handle.TaskId], new TaskWatchOptions());

        TaskWatchReport? report;
        do
            report = await world.Time.RunAsync(watch.NextAsync(Token));
        while (report is { Ended.Count: 0 });

        Assert.True(report!.Ended[0].Succeeded);
        Assert.DoesNotContain(world.Messages, message => message.Level == BdrcDiagnosticLevel.Warning || message.Message.StartsWith("The wait continues", StringComparison.Ordinal));
        var sessions = world.Sandbox.Requests.Where(request => request.Action == "DescribeTask").Select(request => request.Header("x-acs-security-token")).Distinct();
        Assert.InRange(sessions.Count(), 180 / 15, 180 / 10);
    }

    [Fact]
    public async Task Ends_when_the_host_was_never_reached()
    {
        using var world = new WatchWorld();
        world.Sandbox.Faults.Add(Fault.Reset(afterExecution: false), "DescribeTask", times: 4);

        var failure = await Assert.ThrowsAsync<BdrcException>(() => world.WatchAsync(["t-1"]));

        Assert.Equal(BdrcErrorKind.Connection, failure.Kind);
    }
}
