using System.Management.Automation;

namespace Bdrc.Waiting;

/// <summary>The pipeline of a command; for its own thread only.</summary>
internal sealed class CommandOutput(Cmdlet command) : IWaitOutput
{
    public static readonly string[] Tags = ["Bdrc", "Progress"];

    public void Write(object item) => command.WriteObject(item);

    public void Write(ErrorRecord error) => command.WriteError(error);

    public void Write(ProgressRecord progress) => command.WriteProgress(progress);

    public void Inform(string text) => command.WriteInformation(text, Tags);
}
