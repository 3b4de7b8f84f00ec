using System.Runtime.InteropServices;

namespace Bdrc.Core.Tasks;

/// <summary>Tells from the progress of tasks when the next of them should end.</summary>
internal sealed class ProgressEstimator(TimeProvider clock)
{
    /// <summary>Below a step of half a percent, rounding says more than the pace.</summary>
    private const int CountingStep = 50;

    private readonly Dictionary<string, Sample> _samples = new(StringComparer.Ordinal);

    /// <summary>Takes note of a task.</summary>
    public void Note(BdrcTask task)
    {
        var now = clock.GetTimestamp();
        if (!_samples.TryGetValue(task.TaskId, out var sample))
        {
            // The time before a task starts says nothing about its pace.
            if (task.Progress > 0)
                _samples.Add(task.TaskId, new Sample(now, task.Progress, 0));
            return;
        }

        var step = task.Progress - sample.Progress;
        if (step < 0)
            _samples[task.TaskId] = new Sample(now, task.Progress, 0);
        else if (step >= CountingStep)
            _samples[task.TaskId] = new Sample(now, task.Progress, clock.GetElapsedTime(sample.Seen, now).TotalSeconds / step);
    }

    /// <summary>Forgets a task.</summary>
    public void Forget(string taskId) => _samples.Remove(taskId);

    /// <summary>Time until the first of the tasks should end; null when none has shown a pace.</summary>
    public TimeSpan? UntilNextEnd()
    {
        var now = clock.GetTimestamp();
        double? next = null;
        foreach (var sample in _samples.Values)
        {
            if (sample.SecondsPerStep <= 0)
                continue;

            var left = ((10_000 - sample.Progress) * sample.SecondsPerStep) - clock.GetElapsedTime(sample.Seen, now).TotalSeconds;
            if (!(next <= left))
                next = left;
        }

        return next is { } seconds ? TimeSpan.FromSeconds(Math.Max(0, Math.Min(seconds, 86_400))) : null;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Sample(long Seen, int Progress, double SecondsPerStep);
}
