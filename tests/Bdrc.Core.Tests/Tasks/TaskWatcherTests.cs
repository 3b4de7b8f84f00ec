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
        using var fixture = new WatchFixture(options => options.TaskDuration = TimeSpan.FromMinutes(1));
        var handle = await fixture.Client.UpdateResourcesAsync(null, Token);

        var reports = await fixture.WatchAsync([handle.TaskId]);

        Assert.True(Assert.Single(reports[^1].Ended).Succeeded);
        Assert.Equal(100, reports[^1].PercentComplete);
        Assert.All(reports.SkipLast(1), report => Assert.Equal(handle.TaskId, Assert.Single(report.Pending).TaskId));
        Assert.InRange(fixture.Time.Elapsed.TotalSeconds, 60, 62);
    }

    [Fact]
    public async Task Reads_pages_instead_of_each_of_many_tasks()
    {
        using var fixture = new WatchFixture(options => options.FinishedTasks = 1200);
        var ids = await fixture.AllIdsAsync();
        var before = fixture.Sandbox.RequestCount;

        var report = Assert.Single(await fixture.WatchAsync(ids));

        Assert.Equal(1200, report.Ended.Count);
        Assert.Equal(3, fixture.Sandbox.RequestCount - before);
    }

    [Fact]
    public async Task Finds_tasks_that_are_old_without_reading_the_whole_history()
    {
        using var fixture = new WatchFixture(options => options.FinishedTasks = 20_000);
        var ids = (await fixture.AllIdsAsync())[^10..];
        var before = fixture.Sandbox.RequestCount;

        var report = Assert.Single(await fixture.WatchAsync(ids));

        Assert.Equal(10, report.Ended.Count);
        Assert.InRange(fixture.Sandbox.RequestCount - before, 1, 16);
    }

    [Fact]
    public async Task Times_out_and_names_the_unfinished_tasks()
    {
        using var fixture = new WatchFixture(options => options.TaskDuration = TimeSpan.FromHours(1));
        var handle = await fixture.Client.UpdateResourcesAsync(null, Token);

        var reports = await fixture.WatchAsync([handle.TaskId], new TaskWatchOptions { Timeout = TimeSpan.FromSeconds(30) });

        Assert.True(reports[^1].TimedOut);
        Assert.Equal(handle.TaskId, Assert.Single(reports[^1].Pending).TaskId);
        Assert.InRange(fixture.Time.Elapsed.TotalSeconds, 30, 30.1);
    }

    [Fact]
    public async Task Times_out_when_the_service_does_not_respond()
    {
        using var fixture = new WatchFixture(options => options.TaskDuration = TimeSpan.FromHours(1));
        var handle = await fixture.Client.UpdateResourcesAsync(null, Token);
        fixture.Sandbox.Faults.Add(Fault.Slow(TimeSpan.FromHours(1)), "DescribeTask", times: 100);

        var reports = await fixture.WatchAsync([handle.TaskId], new TaskWatchOptions { Timeout = TimeSpan.FromSeconds(20) });

        Assert.True(Assert.Single(reports).TimedOut);
        Assert.InRange(fixture.Time.Elapsed.TotalSeconds, 20, 31);
        Assert.Equal(0, fixture.CallsInProgress);
    }

    [Fact]
    public async Task Stops_waiting_for_an_unknown_task_and_waits_for_the_others()
    {
        using var fixture = new WatchFixture(options => options.TaskDuration = TimeSpan.FromMinutes(1));
        var handle = await fixture.Client.UpdateResourcesAsync(null, Token);

        var reports = await fixture.WatchAsync(["t-unknown", handle.TaskId, handle.TaskId]);

        Assert.Equal(BdrcErrorKind.NotFound, Assert.Single(reports[0].Lost).Value.Kind);
        Assert.Equal(handle.TaskId, Assert.Single(reports.SelectMany(report => report.Ended)).TaskId);
        Assert.Equal(2, reports[0].Total);
    }

    [Fact]
    public async Task Polls_at_the_requested_interval()
    {
        using var fixture = new WatchFixture(options => options.TaskDuration = TimeSpan.FromSeconds(70));
        var handle = await fixture.Client.UpdateResourcesAsync(null, Token);

        var reports = await fixture.WatchAsync([handle.TaskId], new TaskWatchOptions { PollInterval = TimeSpan.FromSeconds(20) });

        Assert.Equal(5, reports.Count);
        Assert.Equal(80, fixture.Time.Elapsed.TotalSeconds, 1);
    }

    [Fact]
    public async Task Continues_after_a_clock_change_and_a_network_outage_of_minutes()
    {
        using var fixture = new WatchFixture(options => options.TaskDuration = TimeSpan.FromMinutes(10));
        var handle = await fixture.Client.UpdateResourcesAsync(null, Token);
        var watch = fixture.CreateWatcher([handle.TaskId]);
        await watch.NextAsync(Token);
        fixture.Sandbox.Faults.Add(Fault.Reset(afterExecution: false), "DescribeTask", times: 40);
        fixture.Time.WallClockJump = TimeSpan.FromMinutes(-5);

        TaskWatchReport? report;
        do
            report = await fixture.Time.RunAsync(watch.NextAsync(Token));
        while (report is { Ended.Count: 0 });

        Assert.True(report!.Ended[0].Succeeded);
        Assert.Equal(0, fixture.Sandbox.Faults.Pending);
        Assert.Contains(fixture.Messages, message => message.Level == BdrcDiagnosticLevel.Verbose
            && message.Message.StartsWith("The wait continues", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Renews_expired_credentials_while_it_waits()
    {
        using var fixture = new WatchFixture(options => options.TaskDuration = TimeSpan.FromHours(3));
        var context = fixture.ContextInRole("acs:ram::1580000000000001:role/bdrc-runner");
        var handle = await fixture.Time.RunAsync(BdrcClient.For(context, fixture.Messages.Add).UpdateResourcesAsync(null, Token));
        var watch = TaskWatcher.Create(context, fixture.Messages.Add, [handle.TaskId], new TaskWatchOptions());

        TaskWatchReport? report;
        do
            report = await fixture.Time.RunAsync(watch.NextAsync(Token));
        while (report is { Ended.Count: 0 });

        Assert.True(report!.Ended[0].Succeeded);
        Assert.DoesNotContain(fixture.Messages, message => message.Level == BdrcDiagnosticLevel.Warning
            || message.Message.StartsWith("The wait continues", StringComparison.Ordinal));
        var sessions = fixture.Sandbox.Requests.Where(request => request.Action == "DescribeTask")
            .Select(request => request.Header("x-acs-security-token")).Distinct();
        Assert.InRange(sessions.Count(), 180 / 15, 180 / 10);
    }

    [Fact]
    public async Task Ends_when_the_host_was_never_reached()
    {
        using var fixture = new WatchFixture();
        fixture.Sandbox.Faults.Add(Fault.Reset(afterExecution: false), "DescribeTask", times: 4);

        var failure = await Assert.ThrowsAsync<BdrcException>(() => fixture.WatchAsync(["t-1"]));

        Assert.Equal(BdrcErrorKind.Connection, failure.Kind);
    }
}
