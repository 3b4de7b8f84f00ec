using System.Management.Automation;
using Bdrc.Views;
using Bdrc.Waiting;

namespace Bdrc.Jobs;

/// <summary>The streams of a job, for any thread.</summary>
internal sealed class JobOutput(Job job) : IWaitOutput
{
    public void Write(object item) => job.Output.Add(PSObject.AsPSObject(DisplayText.Guard(item)!));

    public void Write(ErrorRecord error) => job.Error.Add(error);

    public void Write(ProgressRecord progress) => job.Progress.Add(progress);

    public void Inform(string text)
    {
        var record = new InformationRecord(text, "Bdrc");
        record.Tags.AddRange(CommandOutput.Tags);
        job.Information.Add(record);
    }

    public void Write(BdrcDiagnostic message)
    {
        switch (message.Level)
        {
            case BdrcDiagnosticLevel.Warning:
                job.Warning.Add(new WarningRecord(message.Message));
                break;
            case BdrcDiagnosticLevel.Verbose:
                job.Verbose.Add(new VerboseRecord(message.Message));
                break;
            case BdrcDiagnosticLevel.Waiting:
                // The verbose message of the same retry is enough: the progress of a job is not shown.
                break;
            default:
                job.Debug.Add(new DebugRecord(message.Message));
                break;
        }
    }
}
