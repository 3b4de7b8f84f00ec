using System.Diagnostics;
using System.Management.Automation;
using Bdrc.Text;
using Bdrc.Waiting;

namespace Bdrc.Progress;

/// <summary>
/// Shows a wait: an overall bar with one below it for each of the busiest tasks, at most once a second; where bars would
/// fill a log, a plain line at each change and every 30 s on the information stream.
/// </summary>
/// <param name="output">Where to.</param>
/// <param name="place">What the reader looks at.</param>
internal sealed class TaskProgress(IWaitOutput output, ProgressPlace place)
{
    private const int OverallId = 23701;

    private static readonly TimeSpan BarInterval = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LineInterval = TimeSpan.FromSeconds(30);

    private readonly Stopwatch _elapsed = Stopwatch.StartNew();
    private readonly TaskBars _bars = new(output, OverallId, place.TaskBars);
    private TimeSpan? _last;
    private int _ended = -1;

    public void Show(TaskWatchReport report)
    {
        var ended = report.Total - report.Pending.Count;
        var due = _last is not { } last
            || _elapsed.Elapsed - last >= (place.IsPlain ? LineInterval : BarInterval)
            || (place.IsPlain && ended != _ended);
        if (report.Pending.Count == 0 || report.TimedOut || report.FailedFast || !due)
            return;

        _last = _elapsed.Elapsed;
        _ended = ended;
        if (place.IsPlain)
            output.Inform(ProgressText.Line(report));
        else
            ShowBars(report);
    }

    public void Complete()
    {
        if (place.IsPlain || _last is null)
            return;

        _last = null;
        _bars.Complete();
        output.Write(new ProgressRecord(OverallId, Messages.ProgressActivity, Messages.ProgressDone) { RecordType = ProgressRecordType.Completed });
    }

    private void ShowBars(TaskWatchReport report)
    {
        // The host adds the percentage.
        output.Write(new ProgressRecord(OverallId, Messages.ProgressActivity, ProgressText.Status(report))
        {
            PercentComplete = (int)report.PercentComplete,
            SecondsRemaining = report.TimeRemaining is { } left ? (int)Math.Min(int.MaxValue, left.TotalSeconds) : -1,
        });
        if (report.Total > 1)
            _bars.Show(report.Pending);
    }
}
