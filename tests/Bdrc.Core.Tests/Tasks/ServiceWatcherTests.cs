using Bdrc.Core.Tasks;
using Bdrc.Sandbox.Faults;

namespace Bdrc.Core.Tests.Tasks;

public sealed class ServiceWatcherTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Looks_until_the_service_is_initialised()
    {
        using var world = Closed(TimeSpan.FromMinutes(20));
        await world.Client.OpenBdrcServiceAsync(Token);

        var reports = await WatchAsync(world, timeout: null);

        Assert.All(reports.SkipLast(1), report => Assert.Equal("INITIALIZING", report.Service?.ServiceInitializeStatus));
        Assert.True(reports[^1] is { IsReady: true, TimedOut: false, IsLost: false });
        Assert.InRange(reports.Count, 1200 / 17, 1200 / 14);
        Assert.Equal((0, 0), (world.CallsUnderWay, world.Time.Timers));
    }

    [Fact]
    public async Task Ends_when_the_time_is_over_with_a_last_look()
    {
        using var world = Closed(TimeSpan.FromMinutes(20));
        await world.Client.OpenBdrcServiceAsync(Token);
        var began = world.Time.GetUtcNow();

        var reports = await WatchAsync(world, TimeSpan.FromSeconds(100));

        Assert.True(reports[^1] is { TimedOut: true, IsReady: false, Service.IsOpen: true });
        Assert.Equal(100, Math.Round((world.Time.GetUtcNow() - began).TotalSeconds));
    }

    [Fact]
    public async Task Ends_when_the_service_stays_closed()
    {
        using var world = Closed(TimeSpan.FromMinutes(20));

        var reports = await WatchAsync(world, timeout: null);

        Assert.True(reports[^1] is { IsLost: true, TimedOut: false, Service.IsOpen: false });
        Assert.Equal(5, reports.Count);
    }

    [Fact]
    public async Task Ends_when_the_initialisation_failed()
    {
        using var world = new WatchWorld();
        world.Sandbox.Faults.Add(Fault.Raw(
            200, "application/json", """{"RequestId":"r","Data":{"ServiceStatus":"OPENED","ServiceInitializeStatus":"FAILED"}}"""));

        var report = Assert.Single(await WatchAsync(world, timeout: null));

        Assert.True(report.IsLost);
    }

    [Fact]
    public async Task Sits_out_faults_and_says_so()
    {
        using var world = Closed(TimeSpan.FromSeconds(30));
        await world.Client.OpenBdrcServiceAsync(Token);
        var watch = ServiceWatcher.Create(world.Context, world.Messages.Add, null, null);
        Assert.False((await watch.NextAsync(Token))!.IsReady);
        world.Sandbox.Faults.Add(Fault.Reset(afterExecution: false), times: 8);

        var last = await LastAsync(world, watch);

        Assert.True(last.IsReady);
        Assert.Contains(world.Messages, message => message.Message.StartsWith("The wait continues, next poll in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Does_not_sit_out_a_refusal()
    {
        using var world = new WatchWorld();
        world.Sandbox.Faults.Add(Fault.Error(403, "Forbidden.RAM", "No."));

        var failure = await Assert.ThrowsAsync<BdrcException>(() => WatchAsync(world, timeout: null));

        Assert.Equal("Forbidden.RAM", failure.Code);
    }

    [Fact]
    public async Task Does_not_wait_for_a_host_that_was_never_reached()
    {
        using var world = new WatchWorld();
        world.Sandbox.Faults.Add(Fault.Reset(afterExecution: false), times: 100);

        var failure = await Assert.ThrowsAsync<BdrcException>(() => WatchAsync(world, timeout: null));

        Assert.Equal(BdrcErrorKind.Connection, failure.Kind);
    }

    private static WatchWorld Closed(TimeSpan initialisation) => new(options =>
    {
        options.ServiceOpened = false;
        options.TaskDuration = initialisation;
    });

    private static async Task<List<ServiceWatchReport>> WatchAsync(WatchWorld world, TimeSpan? timeout)
    {
        var reports = new List<ServiceWatchReport>();
        var watch = ServiceWatcher.Create(world.Context, world.Messages.Add, timeout, null);
        while (await world.Time.RunAsync(watch.NextAsync(Token)) is { } report)
            reports.Add(report);
        return reports;
    }

    private static async Task<ServiceWatchReport> LastAsync(WatchWorld world, ServiceWatcher watch)
    {
        ServiceWatchReport? last = null;
        while (await world.Time.RunAsync(watch.NextAsync(Token)) is { } report)
            last = report;
        return last!;
    }
}
