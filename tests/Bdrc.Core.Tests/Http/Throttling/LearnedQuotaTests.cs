using Bdrc.Core.Tests.Tasks;

namespace Bdrc.Core.Tests.Http.Throttling;

/// <summary>How the pipeline adapts to the throttling responses of a service with an unknown quota.</summary>
public sealed class LearnedQuotaTests
{
    private const int RequestsPerSecond = 4;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stays_within_the_quota_after_the_first_throttling()
    {
        using var fixture = new WatchFixture(options => options.RequestsPerSecond = RequestsPerSecond);

        await BurstAsync(fixture, 24);
        var retried = fixture.Sandbox.RequestCount - 24;
        Assert.InRange(retried, 1, 24);

        await BurstAsync(fixture, 40);

        Assert.Equal(24 + retried + 40, fixture.Sandbox.RequestCount);
        Assert.Equal((0, 0), (fixture.CallsInProgress, fixture.Time.Timers));
    }

    [Fact]
    public async Task Does_not_delay_other_operations()
    {
        using var fixture = new WatchFixture(options => options.RequestsPerSecond = RequestsPerSecond);
        await BurstAsync(fixture, 12);
        var burst = Start(fixture, 40);
        var before = fixture.Sandbox.RequestCount;

        await fixture.Client.DescribeRegionsAsync(Token);

        Assert.Equal(before + 1, fixture.Sandbox.RequestCount);
        Assert.False(burst.IsCompleted);
        await fixture.Time.RunAsync(burst);
    }

    [Fact]
    public async Task Stays_within_the_published_quota_with_64_callers()
    {
        using var fixture = new WatchFixture(options => options.RequestsPerSecond = 10, host: "bdrc.sandbox.invalid");

        await fixture.Time.RunAsync(Task.WhenAll(Enumerable.Range(0, 64).Select(_ => CallAsync(fixture, 20))));

        // No request was refused, so no second had more requests than the sandbox allows.
        Assert.Equal(64 * 20, fixture.Sandbox.RequestCount);
        Assert.InRange(fixture.Time.Elapsed.TotalSeconds, 64 * 20 / 10.0 - 2, 64 * 20 / 9.0);
    }

    private static async Task<int> CallAsync(WatchFixture fixture, int calls)
    {
        for (var i = 0; i < calls; i++)
            Assert.True((await fixture.Client.GetBdrcServiceAsync(Token)).IsReady);
        return calls;
    }

    private static async Task BurstAsync(WatchFixture fixture, int calls)
    {
        foreach (var service in await fixture.Time.RunAsync(Start(fixture, calls)))
            Assert.True(service.IsReady);
    }

    private static Task<BdrcService[]> Start(WatchFixture fixture, int calls) =>
        Task.WhenAll(Enumerable.Range(0, calls).Select(_ => fixture.Client.GetBdrcServiceAsync(Token)));
}
