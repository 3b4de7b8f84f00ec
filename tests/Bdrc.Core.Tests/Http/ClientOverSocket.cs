using Bdrc.Core.Client;
using Bdrc.Core.Contexts;
using Bdrc.Core.Http;
using Bdrc.Core.Http.Transport;
using Bdrc.Core.Signing;

namespace Bdrc.Core.Tests.Http;

/// <summary>Creates clients with the complete pipeline for an address.</summary>
internal static class ClientOverSocket
{
    public static BdrcClient To(string address, TimeProvider? clock = null, HttpMessageHandler? transport = null)
    {
        var provider = new StaticCredentialProvider("test", new AccessCredentials("LTAI5tTestKey", "planted-secret-of-test", null));
        var state = new ContextState(provider)
        {
            TimeProvider = clock ?? new PromptClock(),
            Jitter = () => 0.5,
            EndpointIsFixed = true,
            Route = transport is null ? NetworkRoute.Default : NetworkRoute.Into(transport),
        };
        return BdrcClient.For(ContextFactory.Build("cn-shanghai", new Uri(address), "LTAI5tTestKey", state, isSandbox: false), null);
    }

    public static async Task<BdrcException> FailureOf(Task call)
    {
        var failure = await Assert.ThrowsAsync<BdrcException>(() => call.WaitAsync(TimeSpan.FromSeconds(60)));
        Assert.DoesNotContain("planted-secret-of-test", failure.ToString(), StringComparison.Ordinal);
        return failure;
    }
}

/// <summary>A clock on which every wait ends immediately, except the time limits of an attempt, which never end.</summary>
/// <param name="longestWait">Longer waits count as time limits; null for 29 s, which is less than the limit of an attempt at BDRC.</param>
internal sealed class PromptClock(TimeSpan? longestWait = null) : TimeProvider
{
    private readonly TimeSpan _longestWait = longestWait ?? TimeSpan.FromSeconds(29);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(
            callback,
            state,
            dueTime <= _longestWait && dueTime > TimeSpan.Zero ? TimeSpan.Zero : Timeout.InfiniteTimeSpan,
            period);
}
