using System.Diagnostics;
using System.Management.Automation;
using System.Management.Automation.Host;
using Bdrc.Text;
using Bdrc.Waiting;

namespace Bdrc.Progress;

/// <summary>Shows how much of a list was received, from two seconds on; short lists show nothing.</summary>
/// <param name="output">The output of the command.</param>
/// <param name="host">The host that shows the progress.</param>
internal sealed class ListProgress(IWaitOutput output, PSHost host)
{
    private const int Id = 23703;
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(2);

    private readonly Stopwatch _elapsed = Stopwatch.StartNew();
    private ProgressMode? _mode;
    private ProgressThrottle? _throttle;
    private long _received;

    /// <summary>Counts a page and shows the progress if it is due.</summary>
    /// <param name="items">The number of items of the page.</param>
    /// <param name="total">The length of the list; null when the service does not report it.</param>
    public void Show(int items, long? total)
    {
        _received += items;
        if (_elapsed.Elapsed < Delay)
            return;

        _mode ??= ProgressMode.Of(host);
        _throttle ??= new ProgressThrottle(_mode);
        if (!_throttle.IsDue(string.Empty))
            return;

        var status = total > 0
            ? Strings.ProgressListOf.FormatInvariant(_received, total)
            : Strings.ProgressListCount.FormatInvariant(_received);
        if (_mode.IsPlain)
            output.Inform(Strings.ProgressListLine.FormatInvariant(status));
        else
            output.Write(new ProgressRecord(Id, Strings.ProgressList, status) { PercentComplete = Percent(total) });
    }

    /// <summary>Removes the bar.</summary>
    public void Complete()
    {
        if (_throttle is not { HasBar: true })
            return;

        _throttle.Forget();
        output.Write(new ProgressRecord(Id, Strings.ProgressList, Strings.ProgressDone) { RecordType = ProgressRecordType.Completed });
    }

    // -1 draws no bar.
    private int Percent(long? total) => total > 0 ? (int)Math.Min(100, _received * 100 / total.Value) : -1;
}
