using Bdrc.Core.Http.Retry;

namespace Bdrc.Core.Tests.Http.Throttling;

/// <summary>A Retry-After holds back later calls of the same operation over the same route.</summary>
public sealed class RetryAfterGateTests
{
    private static readonly RetryOptions NoRetries = new() { MaxRetries = 0 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Keeps_the_hint_of_the_last_attempt_for_the_next_call()
    {
        var service = new SilentService(NoRetries).Throttles(2_000).Succeeds();

        await Assert.ThrowsAsync<BdrcException>(() => service.Time.RunAsync(service.Client.DescribeTaskAsync("t-1", Token)));
        await service.Time.RunAsync(service.Client.DescribeTaskAsync("t-1", Token));

        Assert.Equal([TimeSpan.Zero, TimeSpan.FromSeconds(2)], service.Arrivals);
    }

    [Fact]
    public async Task Does_not_hold_back_other_operations()
    {
        var service = new SilentService(NoRetries).Throttles(2_000).Succeeds();

        await Assert.ThrowsAsync<BdrcException>(() => service.Time.RunAsync(service.Client.DescribeTaskAsync("t-1", Token)));
        await service.Time.RunAsync(service.Client.UpdateResourcesAsync(null, Token));

        Assert.Equal([TimeSpan.Zero, TimeSpan.Zero], service.Arrivals);
    }

    [Fact]
    public async Task Does_not_hold_back_another_sandbox_with_the_same_host_name()
    {
        var throttled = new SilentService(NoRetries).Throttles(2_000);
        var other = new SilentService(NoRetries).Succeeds();

        await Assert.ThrowsAsync<BdrcException>(() => throttled.Time.RunAsync(throttled.Client.DescribeTaskAsync("t-1", Token)));
        await other.Time.RunAsync(other.Client.DescribeTaskAsync("t-1", Token));

        Assert.Equal([TimeSpan.Zero], other.Arrivals);
    }
}
