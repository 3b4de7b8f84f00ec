using System.Collections.Concurrent;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Operations;

namespace Bdrc.Core.Http.Throttling;

/// <summary>
/// Until when the service has asked not to be called, per host and operation (spec/retries.md section 4, local hold-off).
/// Shared by all runspaces. It counts on the monotonic clock: setting the computer's clock back must not prolong a pause.
/// </summary>
internal sealed class RetryAfterGate
{
    private readonly ConcurrentDictionary<(string Host, string Operation), long> _notBefore = new();

    public void Extend(ApiCall call, TimeSpan wait)
    {
        var clock = call.State.TimeProvider;
        var until = clock.GetTimestamp() + (long)(wait.TotalSeconds * clock.TimestampFrequency);
        _notBefore.AddOrUpdate(KeyOf(call), until, (_, present) => present > until ? present : until);
    }

    public Task WaitAsync(ApiCall call, CancellationToken cancellationToken)
    {
        if (_notBefore.IsEmpty || !_notBefore.TryGetValue(KeyOf(call), out var notBefore))
            return Task.CompletedTask;

        var clock = call.State.TimeProvider;
        var wait = clock.GetElapsedTime(clock.GetTimestamp(), notBefore);
        if (wait > TimeSpan.Zero)
            return clock.DelayAsync(wait, cancellationToken);

        _notBefore.TryRemove(KeyOf(call), out _);
        return Task.CompletedTask;
    }

    private static (string Host, string Operation) KeyOf(ApiCall call) => (call.Context.Endpoint.Authority, call.Operation.Name);
}
