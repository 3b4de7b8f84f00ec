using System.Globalization;
using System.Management.Automation;
using Bdrc.Text;
using Bdrc.Waiting;

namespace Bdrc.Progress;

/// <summary>
/// Shows a wait for tasks: an overall bar with one below it for each of the busiest; where bars would fill a log, plain lines
/// on the information stream.
/// </summary>
/// <param name="output">Where to.</param>
/// <param name="place">What the reader looks at.</param>
internal sealed class TaskProgress(IWaitOutput output, ProgressMode place)
{
    private const int OverallId = 23701;

    private readonly ProgressThrottle _pace = new(place);
    private readonly TaskProgressBars _bars = new(output, OverallId, place.TaskProgressBars);

    public void Show(TaskWatchReport report)
    {
        if (report.Pending.Count == 0 || report.TimedOut || report.FailedFast
            || !_pace.IsDue((report.Total - report.Pending.Count).ToString(CultureInfo.InvariantCulture)))
        {
            return;
        }

        if (place.IsPlain)
            output.Inform(ProgressText.Line(report));
        else
            ShowBars(report);
    }

    public void Complete()
    {
        if (!_pace.HasBar)
            return;

        _pace.Forget();
        _bars.Complete();
        output.Write(new ProgressRecord(OverallId, Strings.ProgressActivity, Strings.ProgressDone) { RecordType = ProgressRecordType.Completed });
    }

    private void ShowBars(TaskWatchReport report)
    {
        // The host adds the percentage.
        output.Write(new ProgressRecord(OverallId, Strings.ProgressActivity, ProgressText.Status(report))
        {
            PercentComplete = (int)report.PercentComplete,
            SecondsRemaining = report.TimeRemaining is { } left ? (int)Math.Min(int.MaxValue, left.TotalSeconds) : -1,
        });
        if (report.Total > 1)
            _bars.Show(report.Pending);
    }
}
