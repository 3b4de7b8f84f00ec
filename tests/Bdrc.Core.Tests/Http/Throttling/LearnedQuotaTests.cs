using Bdrc.Core.Tests.Tasks;

namespace Bdrc.Core.Tests.Http.Throttling;

/// <summary>What the whole pipeline learns from the throttling answers of a service whose quota nobody told it.</summary>
public sealed class LearnedQuotaTests
{
    private const int RequestsPerSecond = 4;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_to_the_quota_once_it_was_shown_and_loses_nothing()
    {
        using var world = new WatchFixture(options => options.RequestsPerSecond = RequestsPerSecond);

        await BurstAsync(world, 24);
        var repeated = world.Sandbox.RequestCount - 24;
        Assert.InRange(repeated, 1, 24);

        await BurstAsync(world, 40);

        Assert.Equal(24 + repeated + 40, world.Sandbox.RequestCount);
        Assert.Equal((0, 0), (world.CallsInProgress, world.Time.Timers));
    }

    [Fact]
    public async Task Holds_no_other_operation_back()
    {
        using var world = new WatchFixture(options => options.RequestsPerSecond = RequestsPerSecond);
        await BurstAsync(world, 12);
        var crowd = Start(world, 40);
        var before = world.Sandbox.RequestCount;

        await world.Client.DescribeRegionsAsync(Token);

        Assert.Equal(before + 1, world.Sandbox.RequestCount);
        Assert.False(crowd.IsCompleted);
        await world.Time.RunAsync(crowd);
    }

    [Fact]
    public async Task Keeps_to_the_published_quota_from_the_first_call_of_64_callers()
    {
        using var world = new WatchFixture(options => options.RequestsPerSecond = 10, host: "bdrc.sandbox.invalid");

        await world.Time.RunAsync(Task.WhenAll(Enumerable.Range(0, 64).Select(_ => CallAsync(world, 20))));

        // Not one was refused, so no second saw more than the sandbox allows.
        Assert.Equal(64 * 20, world.Sandbox.RequestCount);
        Assert.InRange(world.Time.Elapsed.TotalSeconds, 64 * 20 / 10.0 - 2, 64 * 20 / 9.0);
    }

    private static async Task<int> CallAsync(WatchFixture world, int calls)
    {
        for (var i = 0; i < calls; i++)
            Assert.True((await world.Client.GetBdrcServiceAsync(Token)).IsReady);
        return calls;
    }

    private static async Task BurstAsync(WatchFixture world, int calls)
    {
        foreach (var service in await world.Time.RunAsync(Start(world, calls)))
            Assert.True(service.IsReady);
    }

    private static Task<BdrcService[]> Start(WatchFixture world, int calls) =>
        Task.WhenAll(Enumerable.Range(0, calls).Select(_ => world.Client.GetBdrcServiceAsync(Token)));
}
