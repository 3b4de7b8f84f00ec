using System.Globalization;
using System.Management.Automation;

namespace Bdrc.Progress;

/// <summary>
/// Shows a wait: one overall bar, a bar below it for each of the first tasks, at most once a second; on a runner, where bars
/// would fill the log, a plain line at intervals on the information stream.
/// </summary>
internal sealed class TaskProgress(Cmdlet command)
{
    private const int OverallId = 23701;
    private const int ChildBars = 5;

    private static readonly TimeSpan BarInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(30);

    private readonly bool _plain = RunnerEnvironment.IsRunner;
    private readonly System.Diagnostics.Stopwatch _elapsed = System.Diagnostics.Stopwatch.StartNew();
    private readonly Dictionary<string, int> _bars = new(StringComparer.Ordinal);
    private TimeSpan? _last;

    public void Show(TaskWatchReport report)
    {
        var now = _elapsed.Elapsed;
        if (report.Pending.Count == 0 || (_last is { } last && now - last < (_plain ? LineInterval : BarInterval)))
            return;

        _last = now;
        if (_plain)
            command.WriteInformation(Describe(report), ["Bdrc", "Progress"]);
        else
            ShowBars(report, now);
    }

    public void Complete()
    {
        if (_plain || _last is null)
            return;

        foreach (var bar in _bars)
            command.WriteProgress(new ProgressRecord(bar.Value, bar.Key, "Done") { RecordType = ProgressRecordType.Completed });
        command.WriteProgress(new ProgressRecord(OverallId, "Waiting for BDRC tasks", "Done") { RecordType = ProgressRecordType.Completed });
    }

    private void ShowBars(TaskWatchReport report, TimeSpan elapsed)
    {
        command.WriteProgress(new ProgressRecord(OverallId, "Waiting for BDRC tasks", Describe(report))
        {
            PercentComplete = (int)report.PercentComplete,
            SecondsRemaining = Remaining(report.PercentComplete, elapsed),
        });
        if (report.Total == 1)
            return;

        for (var i = 0; i < report.Pending.Count && i < ChildBars; i++)
        {
            var task = report.Pending[i];
            if (!_bars.TryGetValue(task.TaskId, out var id))
            {
                if (_bars.Count >= ChildBars)
                    continue;
                id = OverallId + 1 + _bars.Count;
                _bars.Add(task.TaskId, id);
            }

            command.WriteProgress(new ProgressRecord(id, task.TaskId, $"{task.TaskType} {task.TaskStatus}")
            {
                ParentActivityId = OverallId,
                PercentComplete = (int)Math.Max(0, Math.Min(100, task.PercentComplete)),
            });
        }
    }

    private static int Remaining(double percent, TimeSpan elapsed) =>
        percent > 0 ? (int)Math.Min(int.MaxValue, elapsed.TotalSeconds * (100 - percent) / percent) : -1;

    private static string Describe(TaskWatchReport report) => string.Format(
        CultureInfo.InvariantCulture,
        "{0} of {1} ended, {2:0.##} % done",
        report.Total - report.Pending.Count,
        report.Total,
        report.PercentComplete);
}
