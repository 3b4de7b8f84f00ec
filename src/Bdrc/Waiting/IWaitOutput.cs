using System.Management.Automation;

namespace Bdrc.Waiting;

/// <summary>Where a wait writes: the pipeline of a command, or the streams of a job.</summary>
internal interface IWaitOutput
{
    void Write(object item);

    void Write(ErrorRecord error);

    void Write(ProgressRecord progress);

    void Inform(string text);
}
