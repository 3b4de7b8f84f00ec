using System.Management.Automation;
using Bdrc.Text;
using Bdrc.Waiting;

namespace Bdrc.Progress;

/// <summary>Shows a wait for the service as a bar or as lines. The service does not report how much is left.</summary>
/// <param name="output">The output of the wait.</param>
/// <param name="mode">How progress is shown.</param>
internal sealed class ServiceProgress(IWaitOutput output, ProgressMode mode)
{
    private const int Id = 23702;

    private readonly ProgressThrottle _throttle = new(mode);

    /// <summary>The state of the service in words.</summary>
    public static string Describe(ServiceWatchReport report) => TextSanitizer.Of(Strings.ProgressService.FormatInvariant(
        report.Service?.ServiceStatus ?? Strings.TaskNotPolled, report.Service?.ServiceInitializeStatus ?? Strings.TaskNotPolled));

    public void Show(ServiceWatchReport report)
    {
        var status = Describe(report);
        if (!_throttle.IsDue(status))
            return;

        if (mode.IsPlain)
            output.Inform(Strings.ProgressServiceLine.FormatInvariant(status));
        else
            output.Write(new ProgressRecord(Id, Strings.ProgressServiceActivity, status));
    }

    public void Complete()
    {
        if (!_throttle.HasBar)
            return;

        _throttle.Forget();
        output.Write(new ProgressRecord(Id, Strings.ProgressServiceActivity, Strings.ProgressDone)
        {
            RecordType = ProgressRecordType.Completed,
        });
    }
}
