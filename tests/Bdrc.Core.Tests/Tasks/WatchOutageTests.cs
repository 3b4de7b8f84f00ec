using Bdrc.Sandbox;

namespace Bdrc.Core.Tests.Tasks;

/// <summary>Waits through a network that goes away and comes back.</summary>
public sealed class WatchOutageTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task An_hour_of_waiting_reports_every_task_once_through_every_kind_of_outage()
    {
        NetworkOutages? network = null;
        using var fixture = Create(TimeSpan.FromMinutes(61), created => network = created);
        var ids = new List<string>();
        for (var i = 0; i < 60; i++)
        {
            ids.Add((await fixture.Client.UpdateResourcesAsync(null, TestContext.Current.CancellationToken)).TaskId);
            fixture.Time.Advance(Minute);
        }

        // From now on one task ends each minute. The network is away for two minutes of every four.
        var start = fixture.Time.Elapsed;
        for (var i = 0; i < 15; i++)
            network!.Add(start + (Minute * ((4 * i) + 1)), Minute * 2);
        var waits = Task.WhenAll(ReportedAsync(fixture, ids), ReportedAsync(fixture, ids));
        var reported = await fixture.Time.RunAsync(waits);

        Assert.All(reported, wait => Assert.Equal(ids.Order(StringComparer.Ordinal), wait.Order(StringComparer.Ordinal)));
        Assert.True(network!.Failed > 15 * 4, $"{network.Failed} requests failed.");
        Assert.InRange(fixture.Time.Elapsed - start, Minute * 60, Minute * 62);
        Assert.Equal((0, 0), (fixture.CallsInProgress, fixture.Time.Timers));
    }

    [Fact]
    public async Task A_wait_polls_within_its_interval_after_an_outage()
    {
        // The length decides at which moment between two polls the outage ends.
        for (var seconds = 240; seconds <= 300; seconds += 5)
        {
            NetworkOutages? network = null;
            using var fixture = Create(TimeSpan.FromMinutes(20), created => network = created);
            var id = (await fixture.Client.UpdateResourcesAsync(null, TestContext.Current.CancellationToken)).TaskId;
            var from = fixture.Time.Elapsed + TimeSpan.FromSeconds(30);
            network!.Add(from, TimeSpan.FromSeconds(seconds));

            await fixture.Time.RunAsync(ReportedAsync(fixture, [id]));

            // The longest interval is 16.5 s with jitter, and the retries of the last failed poll take up to 3.5 s.
            var end = from + TimeSpan.FromSeconds(seconds);
            Assert.InRange(network.Answered.First(time => time >= end) - end, TimeSpan.Zero, TimeSpan.FromSeconds(20));
        }
    }

    [Fact]
    public async Task No_kind_of_outage_ends_a_wait()
    {
        for (var way = 0; way < NetworkOutages.WayCount; way++)
        {
            NetworkOutages? network = null;
            using var fixture = Create(TimeSpan.FromMinutes(5), created => network = created);
            var id = (await fixture.Client.UpdateResourcesAsync(null, TestContext.Current.CancellationToken)).TaskId;
            network!.FirstWay = way;
            network.Add(fixture.Time.Elapsed + TimeSpan.FromSeconds(30), Minute * 3);

            Assert.Equal([id], await fixture.Time.RunAsync(ReportedAsync(fixture, [id])));
        }
    }

    private static WatchFixture Create(TimeSpan taskDuration, Action<NetworkOutages> created)
    {
        Bdrc.Simulation.VirtualTime? time = null;
        return new WatchFixture(
            options =>
            {
                time = (Bdrc.Simulation.VirtualTime)options.TimeProvider;
                options.TaskDuration = taskDuration;
                options.TaskConcurrency = TaskConcurrency.Unlimited;
            },
            wrap: handler =>
            {
                var network = new NetworkOutages(handler, time!);
                created(network);
                return network;
            });
    }

    private static async Task<List<string>> ReportedAsync(WatchFixture fixture, IReadOnlyList<string> ids)
    {
        var reported = new List<string>();
        var watch = fixture.CreateWatcher(ids);
        while (await watch.NextAsync(TestContext.Current.CancellationToken).ConfigureAwait(false) is { } report)
        {
            Assert.Empty(report.Lost);
            reported.AddRange(report.Ended.Select(task => task.TaskId));
        }

        return reported;
    }
}
