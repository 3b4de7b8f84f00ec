using System.Runtime.InteropServices;

namespace Bdrc.Core.Tasks;

/// <summary>Estimates from the progress of tasks when the next one ends.</summary>
internal sealed class ProgressEstimator(TimeProvider clock)
{
    /// <summary>The progress of a finished task, in hundredths of a percent.</summary>
    private const int Complete = 10_000;

    /// <summary>Progress of less than half a percent is mostly rounding and gives no rate.</summary>
    private const int SmallestStep = 50;

    private readonly Dictionary<string, Sample> _samples = new(StringComparer.Ordinal);

    public void Record(BdrcTask task)
    {
        var now = clock.GetTimestamp();
        if (!_samples.TryGetValue(task.TaskId, out var sample))
        {
            // The time before a task starts is not part of its rate.
            if (task.Progress > 0)
                _samples.Add(task.TaskId, new Sample(now, task.Progress, 0));
            return;
        }

        var step = task.Progress - sample.Progress;
        if (step < 0)
            _samples[task.TaskId] = new Sample(now, task.Progress, 0);
        else if (step >= SmallestStep)
            _samples[task.TaskId] = new Sample(now, task.Progress, clock.GetElapsedTime(sample.Time, now).TotalSeconds / step);
    }

    public void Remove(string taskId) => _samples.Remove(taskId);

    /// <summary>The estimated time until the first of the tasks ends; null when no task has a rate yet.</summary>
    public TimeSpan? TimeToNextEnd()
    {
        var now = clock.GetTimestamp();
        double? next = null;
        foreach (var sample in _samples.Values)
        {
            if (sample.SecondsPerStep <= 0)
                continue;

            var left = ((Complete - sample.Progress) * sample.SecondsPerStep) - clock.GetElapsedTime(sample.Time, now).TotalSeconds;
            if (!(next <= left))
                next = left;
        }

        return next is { } seconds ? TimeSpan.FromSeconds(Math.Max(0, Math.Min(seconds, 86_400))) : null;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Sample(long Time, int Progress, double SecondsPerStep);
}
