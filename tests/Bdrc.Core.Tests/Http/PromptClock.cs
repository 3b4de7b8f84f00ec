namespace Bdrc.Core.Tests.Http;

/// <summary>A clock on which every wait is over at once, except the limits of an attempt, which are never reached.</summary>
/// <param name="longestWait">The longest wait that is not taken for a limit; null for 29 s, which is below that of a call to BDRC.</param>
internal sealed class PromptClock(TimeSpan? longestWait = null) : TimeProvider
{
    private readonly TimeSpan _longestWait = longestWait ?? TimeSpan.FromSeconds(29);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime <= _longestWait && dueTime > TimeSpan.Zero ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, period);
}
