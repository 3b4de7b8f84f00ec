using Bdrc.Core.Tasks;
using Bdrc.Sandbox.Faults;

namespace Bdrc.Core.Tests.Tasks;

public sealed class ServiceWatcherTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Polls_until_the_service_is_initialized()
    {
        using var fixture = Closed(TimeSpan.FromMinutes(20));
        await fixture.Client.OpenBdrcServiceAsync(Token);

        var reports = await WatchAsync(fixture, timeout: null);

        Assert.All(reports.SkipLast(1), report => Assert.Equal("INITIALIZING", report.Service?.ServiceInitializeStatus));
        Assert.True(reports[^1] is { IsReady: true, TimedOut: false, IsLost: false });
        Assert.InRange(reports.Count, 1200 / 17, 1200 / 14);
        Assert.Equal((0, 0), (fixture.CallsInProgress, fixture.Time.Timers));
    }

    [Fact]
    public async Task Polls_a_last_time_when_the_time_is_over()
    {
        using var fixture = Closed(TimeSpan.FromMinutes(20));
        await fixture.Client.OpenBdrcServiceAsync(Token);
        var began = fixture.Time.GetUtcNow();

        var reports = await WatchAsync(fixture, TimeSpan.FromSeconds(100));

        Assert.True(reports[^1] is { TimedOut: true, IsReady: false, Service.IsOpen: true });
        Assert.Equal(100, Math.Round((fixture.Time.GetUtcNow() - began).TotalSeconds));
    }

    [Fact]
    public async Task Ends_when_the_service_stays_closed()
    {
        using var fixture = Closed(TimeSpan.FromMinutes(20));

        var reports = await WatchAsync(fixture, timeout: null);

        Assert.True(reports[^1] is { IsLost: true, TimedOut: false, Service.IsOpen: false });
        Assert.Equal(5, reports.Count);
    }

    [Fact]
    public async Task Ends_when_the_initialization_failed()
    {
        using var fixture = new WatchFixture();
        fixture.Sandbox.Faults.Add(Fault.Raw(
            200, "application/json", """{"RequestId":"r","Data":{"ServiceStatus":"OPENED","ServiceInitializeStatus":"FAILED"}}"""));

        var report = Assert.Single(await WatchAsync(fixture, timeout: null));

        Assert.True(report.IsLost);
    }

    [Fact]
    public async Task Continues_after_transient_faults_and_reports_them()
    {
        using var fixture = Closed(TimeSpan.FromSeconds(30));
        await fixture.Client.OpenBdrcServiceAsync(Token);
        var watch = ServiceWatcher.Create(fixture.Context, fixture.Messages.Add, null, null);
        Assert.False((await watch.NextAsync(Token))!.IsReady);
        fixture.Sandbox.Faults.Add(Fault.Reset(afterExecution: false), times: 8);

        var last = await LastAsync(fixture, watch);

        Assert.True(last.IsReady);
        Assert.Contains(
            fixture.Messages, message => message.Message.StartsWith("The wait continues, next poll in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ends_at_a_refusal()
    {
        using var fixture = new WatchFixture();
        fixture.Sandbox.Faults.Add(Fault.Error(403, "Forbidden.RAM", "No."));

        var failure = await Assert.ThrowsAsync<BdrcException>(() => WatchAsync(fixture, timeout: null));

        Assert.Equal("Forbidden.RAM", failure.Code);
    }

    [Fact]
    public async Task Does_not_wait_for_a_host_that_was_never_reached()
    {
        using var fixture = new WatchFixture();
        fixture.Sandbox.Faults.Add(Fault.Reset(afterExecution: false), times: 100);

        var failure = await Assert.ThrowsAsync<BdrcException>(() => WatchAsync(fixture, timeout: null));

        Assert.Equal(BdrcErrorKind.Connection, failure.Kind);
    }

    private static WatchFixture Closed(TimeSpan initialisation) => new(options =>
    {
        options.ServiceOpened = false;
        options.TaskDuration = initialisation;
    });

    private static async Task<List<ServiceWatchReport>> WatchAsync(WatchFixture fixture, TimeSpan? timeout)
    {
        var reports = new List<ServiceWatchReport>();
        var watch = ServiceWatcher.Create(fixture.Context, fixture.Messages.Add, timeout, null);
        while (await fixture.Time.RunAsync(watch.NextAsync(Token)) is { } report)
            reports.Add(report);
        return reports;
    }

    private static async Task<ServiceWatchReport> LastAsync(WatchFixture fixture, ServiceWatcher watch)
    {
        ServiceWatchReport? last = null;
        while (await fixture.Time.RunAsync(watch.NextAsync(Token)) is { } report)
            last = report;
        return last!;
    }
}
