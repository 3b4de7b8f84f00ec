using System.Globalization;
using System.Management.Automation;
using Bdrc.Text;
using Bdrc.Waiting;

namespace Bdrc.Progress;

/// <summary>
/// Shows a wait for tasks: an overall bar above the bars of the tasks with most progress, or lines on the information stream.
/// </summary>
/// <param name="output">The output of the wait.</param>
/// <param name="mode">How progress is shown.</param>
internal sealed class TaskProgress(IWaitOutput output, ProgressMode mode)
{
    private const int OverallId = 23701;

    private readonly ProgressThrottle _throttle = new(mode);
    private readonly TaskProgressBars _bars = new(output, OverallId, mode.MaximumBars);

    public void Show(TaskWatchReport report)
    {
        if (report.Pending.Count == 0 || report.TimedOut || report.FailedFast
            || !_throttle.IsDue(report.EndedCount.ToString(CultureInfo.InvariantCulture)))
        {
            return;
        }

        if (mode.IsPlain)
            output.Inform(FormatLine(report));
        else
            ShowBars(report);
    }

    public void Complete()
    {
        if (!_throttle.HasBar)
            return;

        _throttle.Forget();
        _bars.Complete();
        output.Write(new ProgressRecord(OverallId, Strings.ProgressActivity, Strings.ProgressDone)
        {
            RecordType = ProgressRecordType.Completed,
        });
    }

    private void ShowBars(TaskWatchReport report)
    {
        // The host adds the percentage.
        output.Write(new ProgressRecord(OverallId, Strings.ProgressActivity, FormatStatus(report))
        {
            PercentComplete = (int)report.PercentComplete,
            SecondsRemaining = report.TimeRemaining is { } left ? (int)Math.Min(int.MaxValue, left.TotalSeconds) : -1,
        });
        if (report.Total > 1)
            _bars.Show(report.Pending);
    }

    /// <summary>The text of a bar: the state of the only task, or how many have ended.</summary>
    private static string FormatStatus(TaskWatchReport report) => report.Total == 1
        ? TextSanitizer.Of(
            Strings.ProgressTask.FormatInvariant(report.Pending[0].TaskId, report.Pending[0].TaskStatus ?? Strings.TaskNotPolled))
        : Strings.ProgressEnded.FormatInvariant(report.EndedCount, report.Total);

    /// <summary>A line of a log.</summary>
    private static string FormatLine(TaskWatchReport report)
    {
        var line = Strings.ProgressLine.FormatInvariant(
            report.EndedCount, report.Total, report.PercentComplete.ToString("0.##", CultureInfo.InvariantCulture));
        if (report.TimeRemaining is not { } left)
            return line;

        var seconds = TimeSpan.FromSeconds(Math.Ceiling(left.TotalSeconds));
        return Strings.ProgressLineRemaining.FormatInvariant(line, seconds.ToString("c", CultureInfo.InvariantCulture));
    }
}
