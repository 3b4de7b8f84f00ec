using System.Management.Automation;
using Bdrc.Console.Hosting;
using Microsoft.PowerShell.Commands;

namespace Bdrc.Console.Running;

/// <summary>Out-Default, with a line of advice below the error for a command that only a real PowerShell has.</summary>
[Cmdlet(VerbsData.Out, "Default")]
internal sealed class RenderCommand : OutDefaultCommand
{
    protected override void ProcessRecord()
    {
        var ui = (ConsoleHostUserInterface)Host.PrivateData.BaseObject;
        var before = ui.ErrorsShown;
        base.ProcessRecord();

        // Only the engine knows which error records are errors and which are plain output; it shows the former as errors.
        if (ui.ErrorsShown > before && AbsentCommands.AdviceFor(InputObject?.BaseObject as ErrorRecord) is { } advice)
            ui.WriteAdviceLine(advice);
    }
}
