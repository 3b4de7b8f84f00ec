using Bdrc.Core.Client;
using Bdrc.Core.Operations.Resources;
using Bdrc.Core.Tasks;
using Bdrc.Sandbox;

namespace Bdrc.Core.Tests.Tasks;

/// <summary>The wait for tasks that the service does not let run side by side, on virtual time.</summary>
public sealed class TaskStartWatcherTests
{
    private const int Checks = 100;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Waits_for_a_hundred_checks_as_long_as_for_one()
    {
        using var fixture = new WatchFixture(static options => options.TaskDuration = TimeSpan.FromSeconds(30));

        var (ended, _) = await CheckAsync(fixture);

        Assert.Equal(Checks, ended.Count);
        Assert.InRange(fixture.Time.Elapsed.TotalSeconds, 30, 45);
        Assert.Equal(Checks, Count(fixture, "CheckRules"));
        Assert.InRange(Count(fixture, "DescribeTasks") + Count(fixture, "DescribeTask"), 1, 40);
    }

    [Fact]
    public async Task Starts_each_check_when_the_one_before_has_ended()
    {
        using var fixture = new WatchFixture(static options =>
        {
            options.TaskDuration = TimeSpan.FromSeconds(30);
            options.TaskConcurrency = TaskConcurrency.PerType;
        });

        var (ended, _) = await CheckAsync(fixture);

        Assert.Equal(Checks, ended.Count);
        Assert.Equal(Checks, ended.Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(fixture.Time.Elapsed.TotalSeconds, Checks * 30, Checks * 45);

        // One attempt for each record, and at each end one that starts and one that is refused.
        Assert.InRange(Count(fixture, "CheckRules"), Checks * 2, Checks * 3);
    }

    [Fact]
    public async Task Starts_a_task_when_one_of_somebody_else_has_ended()
    {
        using var fixture = new WatchFixture(static options =>
        {
            options.TaskDuration = TimeSpan.FromSeconds(30);
            options.TaskConcurrency = TaskConcurrency.PerType;
        });
        var arns = await ReadArnsAsync(fixture, 2);
        await fixture.Client.CheckRulesAsync(arns[0], null, Token);
        var refused = await RefuseAsync(fixture, arns[1]);

        var reports = await WatchAsync(fixture, [], [refused], new TaskWatchOptions());

        Assert.Single(reports.SelectMany(static report => report.Ended));
        Assert.InRange(fixture.Time.Elapsed.TotalSeconds, 60, 90);
    }

    [Fact]
    public async Task Reports_what_was_not_started_when_the_time_is_over()
    {
        using var fixture = new WatchFixture(static options =>
        {
            options.TaskDuration = TimeSpan.FromHours(1);
            options.TaskConcurrency = TaskConcurrency.PerType;
        });
        var arns = await ReadArnsAsync(fixture, 2);
        var running = await fixture.Client.CheckRulesAsync(arns[0], null, Token);
        var refused = await RefuseAsync(fixture, arns[1]);
        var options = new TaskWatchOptions { Timeout = TimeSpan.FromMinutes(1) };

        var watched = (await WatchAsync(fixture, [running.TaskId], [refused], options))[^1];
        var alone = (await WatchAsync(fixture, [], [refused], options))[^1];

        Assert.Equal((true, 1, arns[1]), (watched.TimedOut, watched.Pending.Count, Assert.Single(watched.StartFailures).Key));
        Assert.Equal((true, 0, arns[1]), (alone.TimedOut, alone.Pending.Count, Assert.Single(alone.StartFailures).Key));
        Assert.Equal(TimeSpan.FromMinutes(2), fixture.Time.Elapsed);
    }

    [Fact]
    public async Task Reports_a_start_that_fails_for_another_reason_and_goes_on()
    {
        using var fixture = new WatchFixture(static options => options.TaskDuration = TimeSpan.FromSeconds(10));
        var arns = await ReadArnsAsync(fixture, 2);
        var running = await fixture.Client.CheckRulesAsync(arns[0], null, Token);
        var again = await RefuseAsync(fixture, arns[0]);
        var unknown = new RefusedStart(
            "unknown", stop => fixture.Client.CheckRulesAsync("acs:ecs:no:1:instance/i-no", null, stop), again.Refusal);

        var reports = await WatchAsync(fixture, [running.TaskId], [unknown, again], new TaskWatchOptions());

        Assert.Equal("unknown", Assert.Single(reports.SelectMany(static report => report.StartFailures)).Key);
        Assert.Equal(2, reports.SelectMany(static report => report.Ended).Count());
        Assert.Equal((2, 0, 100), (reports[^1].Total, reports[^1].Queued, reports[^1].PercentComplete));
    }

    // What Start-BdrcRuleCheck -Wait does with a pipeline of resources.
    private static async Task<(List<string> Ended, List<TaskWatchReport> Reports)> CheckAsync(WatchFixture fixture)
    {
        var started = new List<string>();
        var refused = new List<RefusedStart>();
        foreach (var arn in await ReadArnsAsync(fixture, Checks))
        {
            try
            {
                started.Add((await fixture.Client.CheckRulesAsync(arn, null, Token)).TaskId);
            }
            catch (BdrcException refusal) when (RefusedStart.IsRefusal(refusal))
            {
                refused.Add(new RefusedStart(arn, stop => fixture.Client.CheckRulesAsync(arn, null, stop), refusal));
            }
        }

        var reports = await WatchAsync(fixture, started, refused, new TaskWatchOptions { JustStarted = true });
        return ([.. reports.SelectMany(static report => report.Ended).Select(static task => task.TaskId)], reports);
    }

    private static async Task<List<string>> ReadArnsAsync(WatchFixture fixture, int count)
    {
        var pages = fixture.Client.DescribeResources(new ResourceQuery { PageSize = 100 });
        var page = await pages.ReadAsync(Token) ?? [];
        return [.. page.Take(count).Select(static resource => resource.ResourceArn)];
    }

    private static async Task<RefusedStart> RefuseAsync(WatchFixture fixture, string arn)
    {
        var refusal = await Assert.ThrowsAsync<BdrcException>(() => fixture.Client.CheckRulesAsync(arn, null, Token));
        return new RefusedStart(arn, stop => fixture.Client.CheckRulesAsync(arn, null, stop), refusal);
    }

    private static async Task<List<TaskWatchReport>> WatchAsync(
        WatchFixture fixture, IReadOnlyList<string> started, IReadOnlyList<RefusedStart> refused, TaskWatchOptions options)
    {
        var reports = new List<TaskWatchReport>();
        var watch = TaskStartWatcher.Create(fixture.Context, fixture.Messages.Add, started, refused, options);
        while (await fixture.Time.RunAsync(watch.NextAsync(Token)) is { } report)
            reports.Add(report);
        return reports;
    }

    private static int Count(WatchFixture fixture, string operation) =>
        fixture.Sandbox.Requests.Count(request => request.Action == operation);
}
