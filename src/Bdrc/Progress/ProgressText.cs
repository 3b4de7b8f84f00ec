using System.Globalization;
using Bdrc.Text;

namespace Bdrc.Progress;

/// <summary>How far a wait is, in words.</summary>
internal static class ProgressText
{
    /// <summary>For a bar: the one task, or how many have ended.</summary>
    public static string Status(TaskWatchReport report) => report.Total == 1
        ? Strings.ProgressTask.FormatInvariant(report.Pending[0].TaskId, report.Pending[0].TaskStatus ?? Strings.TaskNotSeen)
        : Strings.ProgressEnded.FormatInvariant(report.Total - report.Pending.Count, report.Total);

    /// <summary>For a log: a line that stands alone.</summary>
    public static string Line(TaskWatchReport report)
    {
        var line = Strings.ProgressLine.FormatInvariant(
            report.Total - report.Pending.Count,
            report.Total,
            report.PercentComplete.ToString("0.##", CultureInfo.InvariantCulture));
        return report.TimeRemaining is { } left
            ? Strings.ProgressLineRemaining.FormatInvariant(line, TimeSpan.FromSeconds(Math.Ceiling(left.TotalSeconds)).ToString("c", CultureInfo.InvariantCulture))
            : line;
    }
}
