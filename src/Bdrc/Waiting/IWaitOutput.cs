using System.Management.Automation;
using Bdrc.Views;

namespace Bdrc.Waiting;

/// <summary>The output of a wait: the pipeline of a command, or the streams of a job.</summary>
internal interface IWaitOutput
{
    void Write(object item);

    void Write(ErrorRecord error);

    void Write(ProgressRecord progress);

    /// <summary>Writes a line to the information stream.</summary>
    void Inform(string text);
}

/// <summary>The pipeline of a command; for the pipeline thread only.</summary>
internal sealed class CommandOutput(Cmdlet command) : IWaitOutput
{
    public static readonly string[] Tags = ["Bdrc", "Progress"];

    public void Write(object item) => command.WriteObject(DisplayText.Guard(item));

    public void Write(ErrorRecord error) => command.WriteError(error);

    public void Write(ProgressRecord progress) => command.WriteProgress(progress);

    public void Inform(string text) => command.WriteInformation(text, Tags);
}
