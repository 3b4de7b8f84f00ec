using Bdrc.Core.Tasks;

namespace Bdrc.Core.Tests.Tasks;

public sealed class WatchEndingTests
{
    [Fact]
    public async Task Ends_in_every_terminal_state_and_in_no_other()
    {
        using var service = new CannedService()
            .With("t-1", "CREATED", "RUNNING", "COMPLETE")
            .With("t-2", "RUNNING", "FAILED")
            .With("t-3", "CREATED", "EXPIRED")
            .With("t-4", "RUNNING", "RUNNING", "CANCELED");

        var reports = await service.WatchAsync(["t-1", "t-2", "t-3", "t-4"]);

        Assert.Equal(
            [("t-2", "FAILED"), ("t-3", "EXPIRED"), ("t-1", "COMPLETE"), ("t-4", "CANCELED")],
            reports.SelectMany(report => report.Ended).Select(task => (task.TaskId, task.TaskStatus!)));
    }

    [Fact]
    public async Task Ends_with_the_first_task_when_one_is_enough()
    {
        using var service = new CannedService().With("t-1", "RUNNING").With("t-2", "RUNNING", "FAILED").With("t-3", "RUNNING", "COMPLETE");

        var reports = await service.WatchAsync(["t-1", "t-2", "t-3"], new TaskWatchOptions { Any = true });

        Assert.Single(reports[^1].Ended);
        Assert.Equal(2, reports[^1].Pending.Count);
        Assert.False(reports[^1].FailedFast);
    }

    [Fact]
    public async Task Ends_at_the_first_failure_and_names_the_running_tasks()
    {
        using var service = new CannedService().With("t-1", "RUNNING").With("t-2", "COMPLETE").With("t-3", "RUNNING", "CANCELED");

        var reports = await service.WatchAsync(["t-1", "t-2", "t-3"], new TaskWatchOptions { FailFast = true });

        Assert.Equal(["t-2", "t-3"], reports.SelectMany(report => report.Ended).Select(task => task.TaskId));
        Assert.True(reports[^1].FailedFast);
        Assert.Equal("t-1", Assert.Single(reports[^1].Pending).TaskId);
    }

    [Fact]
    public async Task Reports_an_unknown_state_once_and_continues_to_wait()
    {
        using var service = new CannedService().With("t-1", "PAUSED", "PAUSED", "COMPLETE");

        var reports = await service.WatchAsync(["t-1"]);

        Assert.Single(reports.SelectMany(report => report.Ended));
        Assert.Contains("PAUSED", Assert.Single(
            service.Messages, message => message.Level == BdrcDiagnosticLevel.Warning).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Polls_a_task_that_vanished_a_second_time()
    {
        using var service = new CannedService().With("t-1", "RUNNING", null, "COMPLETE").With("t-2", "RUNNING", null);

        var reports = await service.WatchAsync(["t-1", "t-2"]);

        Assert.Equal("t-1", Assert.Single(reports.SelectMany(report => report.Ended)).TaskId);
        var lost = Assert.Single(reports.SelectMany(report => report.Lost));
        Assert.Equal("t-2", lost.Key);
        Assert.Equal("TaskVanished", lost.Value.Code);
    }

    [Fact]
    public async Task Polls_again_for_a_task_that_was_just_started()
    {
        using var service = new CannedService().With("t-1", null, "COMPLETE");

        var reports = await service.WatchAsync(["t-1"], new TaskWatchOptions { JustStarted = true });

        Assert.Single(reports.SelectMany(report => report.Ended));
    }
}
