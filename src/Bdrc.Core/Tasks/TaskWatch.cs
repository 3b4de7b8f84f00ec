using Bdrc.Core.Contexts;
using Bdrc.Core.Pipeline;

namespace Bdrc.Core.Tasks;

/// <summary>
/// Watches any number of tasks with as few requests as that takes: a few are asked one by one, many are read from the list,
/// because the quota counts requests and not tasks.
/// </summary>
public sealed class TaskWatch
{
    private readonly TaskLookup _lookup;
    private readonly ContextState _state;
    private readonly PollInterval _interval;
    private readonly TimeSpan? _timeout;
    private readonly int _total;
    private readonly Dictionary<string, BdrcTask> _pending = new(StringComparer.Ordinal);
    private long _started;
    private bool _timedOut;
    private TimeSpan _wait;
    private bool _begun;
    private bool _reached;

    internal TaskWatch(
        BdrcClient client, BdrcContext context, IReadOnlyList<string> taskIds, TimeSpan? timeout, TimeSpan? pollInterval)
    {
        _lookup = new TaskLookup(client);
        _state = ContextState.Of(context);
        _interval = new PollInterval(pollInterval, _state.Jitter);
        _timeout = timeout;
        for (var i = 0; i < taskIds.Count; i++)
            _pending[taskIds[i]] = new BdrcTask { TaskId = taskIds[i] };
        _total = _pending.Count;
    }

    /// <summary>Takes the next look, after the wait that is due before it.</summary>
    /// <param name="cancellationToken">Stops the wait and the calls at once.</param>
    /// <returns>What it brought; null when nothing is left to watch.</returns>
    /// <exception cref="BdrcException">The service refuses the caller as such; a fault that may pass only lengthens the interval.</exception>
    public async Task<TaskWatchReport?> NextAsync(CancellationToken cancellationToken)
    {
        if (_pending.Count == 0 || _timedOut)
            return null;

        if (!_begun)
        {
            _begun = true;
            _started = _state.TimeProvider.GetTimestamp();
        }
        else
        {
            await WaitAsync(cancellationToken).ConfigureAwait(false);
        }

        var look = await _lookup.LookAsync([.. _pending.Keys], cancellationToken).ConfigureAwait(false);
        if (!_reached && look.Disturbance is { Kind: BdrcErrorKind.Connection } unreachable)
        {
            // A host that was never reached is a wrong address rather than a fault that passes.
            throw unreachable;
        }

        _reached = true;
        var report = Apply(look);
        _wait = _interval.Next();
        return report;
    }

    private TimeSpan Left() =>
        _timeout is { } timeout ? timeout - _state.TimeProvider.GetElapsedTime(_started) : TimeSpan.MaxValue;

    private async Task WaitAsync(CancellationToken cancellationToken)
    {
        // The last wait is cut to the deadline, so that one more look is taken exactly then.
        var left = Left();
        var wait = _wait < left ? _wait : left;
        if (wait > TimeSpan.Zero)
            await _state.TimeProvider.DelayAsync(wait, cancellationToken).ConfigureAwait(false);
    }

    private TaskWatchReport Apply(TaskLook look)
    {
        if (look.Disturbance is not null)
            _interval.Lengthen();

        var ended = new List<BdrcTask>();
        foreach (var task in look.Found)
        {
            if (task.IsFinished)
            {
                _pending.Remove(task.TaskId);
                ended.Add(task);
            }
            else
            {
                _pending[task.TaskId] = task;
            }
        }

        foreach (var lost in look.Lost)
            _pending.Remove(lost.Key);

        _timedOut = _pending.Count > 0 && Left() <= TimeSpan.Zero;
        return new TaskWatchReport(ended, look.Lost, [.. _pending.Values], _total, _timedOut);
    }
}
