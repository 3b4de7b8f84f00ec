using System.Management.Automation;
using Bdrc.Text;
using Bdrc.Waiting;

namespace Bdrc.Progress;

/// <summary>Shows a wait for the service: a bar, or plain lines where bars would fill a log. How much is left nobody says.</summary>
/// <param name="output">Where to.</param>
/// <param name="place">What the reader looks at.</param>
internal sealed class ServiceProgress(IWaitOutput output, ProgressPlace place)
{
    private const int Id = 23702;

    private readonly ProgressPace _pace = new(place);

    /// <summary>The state of the service in words.</summary>
    public static string Describe(ServiceWatchReport report) => Messages.ProgressService.Fill(
        report.Service?.ServiceStatus ?? Messages.TaskNotSeen, report.Service?.ServiceInitializeStatus ?? Messages.TaskNotSeen);

    public void Show(ServiceWatchReport report)
    {
        var status = Describe(report);
        if (!_pace.IsDue(status))
            return;

        if (place.IsPlain)
            output.Inform(Messages.ProgressServiceLine.Fill(status));
        else
            output.Write(new ProgressRecord(Id, Messages.ProgressServiceActivity, status));
    }

    public void Complete()
    {
        if (!_pace.HasBar)
            return;

        _pace.Forget();
        output.Write(new ProgressRecord(Id, Messages.ProgressServiceActivity, Messages.ProgressDone) { RecordType = ProgressRecordType.Completed });
    }
}
