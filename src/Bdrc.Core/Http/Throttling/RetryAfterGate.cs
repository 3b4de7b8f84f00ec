using System.Collections.Concurrent;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Operations;
using Bdrc.Text;

namespace Bdrc.Core.Http.Throttling;

/// <summary>
/// Until when the service has asked not to be called, for each host and operation (spec/retries.md section 4, local hold-off).
/// Shared by all calls over a route. It counts on the monotonic clock, so that a changed system time does not prolong a pause.
/// </summary>
internal sealed class RetryAfterGate
{
    private readonly ConcurrentDictionary<(string Host, string Operation), Pause> _pauses = new();

    /// <summary>Holds later calls back for as long as a throttling response asks; without a hint it does nothing.</summary>
    public void Extend(HttpCall call, BdrcException error)
    {
        if (error.RetryAfter is not { } wait)
            return;

        var until = call.Clock.GetTimestamp() + (long)(wait.TotalSeconds * call.Clock.TimestampFrequency);
        var pause = new Pause(until, error.Code);
        _pauses.AddOrUpdate(KeyOf(call), pause, (_, present) => present.Until > until ? present : pause);
    }

    /// <summary>Waits until the call may be sent.</summary>
    /// <exception cref="BdrcException">
    /// The pause is longer than the call may take. Waiting a part of it would only be refused again.
    /// </exception>
    public Task WaitAsync(HttpCall call, CancellationToken cancellationToken)
    {
        if (_pauses.IsEmpty || !_pauses.TryGetValue(KeyOf(call), out var pause))
            return Task.CompletedTask;

        var wait = call.Clock.GetElapsedTime(call.Clock.GetTimestamp(), pause.Until);
        if (wait <= TimeSpan.Zero)
        {
            _pauses.TryRemove(KeyOf(call), out _);
            return Task.CompletedTask;
        }

        return wait > RetryPolicy.MaxDelay || wait >= call.History.Remaining
            ? throw Refuse(call, pause.Code, wait)
            : call.Clock.DelayAsync(wait, cancellationToken);
    }

    private static BdrcException Refuse(HttpCall call, string code, TimeSpan wait) =>
        new(BdrcErrorKind.LimitsExceeded, code, Strings.RetryAfterTooLong.FormatInvariant(call.DisplayName, call.Authority, wait.TotalSeconds))
        {
            Operation = call.Operation,
            Endpoint = call.Authority,
            Attempts = call.Attempts - 1,
            RetryAfter = wait,
            RecommendedAction = Errors.Advice.For(code, BdrcErrorKind.LimitsExceeded),
        };

    private static (string Host, string Operation) KeyOf(HttpCall call) => (call.Authority, call.Operation);

    private sealed record Pause(long Until, string Code);
}
