using System.Management.Automation;
using Bdrc.Text;

namespace Bdrc.Pipeline;

/// <summary>Writes messages to the streams of a command, on the pipeline thread.</summary>
internal sealed class DiagnosticWriter(Cmdlet command)
{
    private const int RetryProgressId = 23700;

    private ProgressRecord? _retryProgress;

    public void Write(BdrcDiagnostic message)
    {
        switch (message.Level)
        {
            case BdrcDiagnosticLevel.Warning:
                command.WriteWarning(message.Message);
                break;
            case BdrcDiagnosticLevel.Verbose:
                command.WriteVerbose(message.Message);
                break;
            case BdrcDiagnosticLevel.Waiting:
                _retryProgress = new ProgressRecord(RetryProgressId, Strings.WaitingToRetry, message.Message);
                command.WriteProgress(_retryProgress);
                break;
            default:
                command.WriteDebug(message.Message);
                break;
        }
    }

    /// <summary>Removes the progress of a retry.</summary>
    public void CompleteRetryProgress()
    {
        if (_retryProgress is null)
            return;
        _retryProgress.RecordType = ProgressRecordType.Completed;
        command.WriteProgress(_retryProgress);
        _retryProgress = null;
    }
}
