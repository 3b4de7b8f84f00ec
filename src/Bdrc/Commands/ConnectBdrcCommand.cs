using System.Management.Automation;
using Bdrc.Sessions;

namespace Bdrc.Commands;

/// <summary>Connect-Bdrc: makes a context and lets the commands of this runspace use it.</summary>
[Cmdlet(VerbsCommunications.Connect, "Bdrc", DefaultParameterSetName = ServiceSet)]
[OutputType(typeof(BdrcContext))]
public sealed class ConnectBdrcCommand : ContextCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var context = CreateContext();
        DefaultContext.Current = context;
        WriteObject(context);
    }
}
