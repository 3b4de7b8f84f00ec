using System.Collections.Concurrent;
using Bdrc.Core.Http.Retry;
using Bdrc.Text;

namespace Bdrc.Core.Http.Throttling;

/// <summary>
/// Delays calls until the Retry-After of an earlier response has passed, for each host and operation (spec/retries.md section 4,
/// local hold-off). Shared by all calls over a route. It uses the monotonic clock, so a changed system time has no effect.
/// </summary>
internal sealed class RetryAfterGate
{
    private readonly ConcurrentDictionary<(string Host, string Operation), Pause> _pauses = new();

    /// <summary>Delays later calls by the Retry-After of a throttling response. Without one it does nothing.</summary>
    public void Extend(HttpCall call, BdrcException error)
    {
        if (error.RetryAfter is not { } wait)
            return;

        var until = call.Clock.GetTimestamp() + (long)(wait.TotalSeconds * call.Clock.TimestampFrequency);
        var pause = new Pause(until, error.Code);
        _pauses.AddOrUpdate(KeyOf(call), pause, (_, current) => current.Until > until ? current : pause);
    }

    /// <summary>Waits until the service accepts the call again.</summary>
    /// <exception cref="BdrcException">
    /// The pause is longer than the remaining time of the call, so the service would refuse the call.
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
        new(
            BdrcErrorKind.LimitsExceeded,
            code,
            Strings.RetryAfterTooLong.FormatInvariant(call.DisplayName, call.Authority, wait.TotalSeconds))
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
