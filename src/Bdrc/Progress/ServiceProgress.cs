using System.Management.Automation;
using Bdrc.Text;
using Bdrc.Waiting;

namespace Bdrc.Progress;

/// <summary>Shows a wait for the service: a bar, or plain lines where bars would fill a log. How much is left nobody says.</summary>
/// <param name="output">Where to.</param>
/// <param name="place">What the reader looks at.</param>
internal sealed class ServiceProgress(IWaitOutput output, ProgressMode place)
{
    private const int Id = 23702;

    private readonly ProgressThrottle _pace = new(place);

    /// <summary>The state of the service in words.</summary>
    public static string Describe(ServiceWatchReport report) => Strings.ProgressService.FormatInvariant(
        report.Service?.ServiceStatus ?? Strings.TaskNotSeen, report.Service?.ServiceInitializeStatus ?? Strings.TaskNotSeen);

    public void Show(ServiceWatchReport report)
    {
        var status = Describe(report);
        if (!_pace.IsDue(status))
            return;

        if (place.IsPlain)
            output.Inform(Strings.ProgressServiceLine.FormatInvariant(status));
        else
            output.Write(new ProgressRecord(Id, Strings.ProgressServiceActivity, status));
    }

    public void Complete()
    {
        if (!_pace.HasBar)
            return;

        _pace.Forget();
        output.Write(new ProgressRecord(Id, Strings.ProgressServiceActivity, Strings.ProgressDone) { RecordType = ProgressRecordType.Completed });
    }
}
