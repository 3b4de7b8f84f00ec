namespace Bdrc.Core.Tests.Pipeline;

/// <summary>A clock on which every wait is over at once, except the limits of an attempt, which are never reached.</summary>
internal sealed class PromptClock : TimeProvider
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(29);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        System.CreateTimer(callback, state, dueTime <= LongestWait && dueTime > TimeSpan.Zero ? TimeSpan.Zero : Timeout.InfiniteTimeSpan, period);
}
