using Bdrc.Errors;
using Bdrc.Progress;

namespace Bdrc.Waiting;

/// <summary>Writes what the looks of a wait for the service bring.</summary>
/// <param name="output">Where to.</param>
/// <param name="progress">Shows how far the wait is.</param>
/// <param name="timeout">The time allowed, for the error.</param>
internal sealed class ServiceWaitReporter(IWaitOutput output, ServiceProgress progress, TimeSpan? timeout)
    : IWaitReporter<ServiceWatchReport>
{
    public void Write(ServiceWatchReport report)
    {
        if (report.IsReady && report.Service is { } service)
            output.Write(service);
        else if (report.IsLost)
            output.Write(WaitErrors.ServiceLost(report.Service));
        else if (report.TimedOut)
            output.Write(WaitErrors.ServiceNotReady(timeout ?? TimeSpan.Zero, report.Service));
        else
            progress.Show(report);
    }

    public string Describe(ServiceWatchReport report) => ServiceProgress.Describe(report);

    public void Complete() => progress.Complete();
}
