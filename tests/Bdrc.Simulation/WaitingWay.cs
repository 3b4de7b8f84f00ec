using Bdrc.Core.Client;
using Bdrc.Core.Http.Retry;
using Bdrc.Core.Tasks;

namespace Bdrc.Simulation;

/// <summary>The ways to wait that are compared.</summary>
/// <param name="context">The endpoint and credentials of the service.</param>
/// <param name="time">The clock.</param>
/// <param name="taskIds">The tasks.</param>
/// <param name="report">Receives each task once its end is known.</param>
internal sealed class WaitingWay(BdrcContext context, TimeProvider time, IReadOnlyList<string> taskIds, Action<BdrcTask> report)
{
    private static readonly TimeSpan OneByOneInterval = TimeSpan.FromSeconds(10);

    /// <summary>The watcher of the module.</summary>
    public async Task WatchAsync()
    {
        var watch = TaskWatcher.Create(context, onDiagnostic: null, taskIds, new TaskWatchOptions());
        while (await watch.NextAsync(CancellationToken.None).ConfigureAwait(false) is { } poll)
        {
            foreach (var task in poll.Ended)
                report(task);
        }
    }

    /// <summary>Polls every task by id every 10 s, or as fast as the quota allows.</summary>
    public async Task PollOneByOneAsync()
    {
        var client = BdrcClient.For(context, null);
        var pending = new List<string>(taskIds);
        while (pending.Count > 0)
        {
            var round = time.GetTimestamp();
            for (var i = pending.Count - 1; i >= 0; i--)
            {
                var task = await client.DescribeTaskAsync(pending[i], CancellationToken.None).ConfigureAwait(false);
                if (!task.IsFinished)
                    continue;

                report(task);
                pending.RemoveAt(i);
            }

            var left = OneByOneInterval - time.GetElapsedTime(round);
            if (pending.Count > 0 && left > TimeSpan.Zero)
                await time.DelayAsync(left, CancellationToken.None).ConfigureAwait(false);
        }
    }
}
