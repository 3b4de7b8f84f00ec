using System.Globalization;
using Bdrc.Text;

namespace Bdrc.Progress;

/// <summary>How far a wait is, in words.</summary>
internal static class ProgressText
{
    /// <summary>For a bar: the one task, or how many have ended.</summary>
    public static string Status(TaskWatchReport report) => report.Total == 1
        ? Messages.ProgressTask.Fill(report.Pending[0].TaskId, report.Pending[0].TaskStatus ?? Messages.TaskNotSeen)
        : Messages.ProgressEnded.Fill(report.Total - report.Pending.Count, report.Total);

    /// <summary>For a log: a line that stands alone.</summary>
    public static string Line(TaskWatchReport report)
    {
        var line = Messages.ProgressLine.Fill(
            report.Total - report.Pending.Count,
            report.Total,
            report.PercentComplete.ToString("0.##", CultureInfo.InvariantCulture));
        return report.TimeRemaining is { } left
            ? Messages.ProgressLineRemaining.Fill(line, TimeSpan.FromSeconds(Math.Ceiling(left.TotalSeconds)).ToString("c", CultureInfo.InvariantCulture))
            : line;
    }
}
