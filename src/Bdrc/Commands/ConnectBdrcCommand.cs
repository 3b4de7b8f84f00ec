using System.Management.Automation;
using Bdrc.Sessions;

namespace Bdrc.Commands;

/// <summary>Connect-Bdrc: creates a context as New-BdrcContext does, and makes it the default of this runspace.</summary>
[Cmdlet(VerbsCommunications.Connect, "Bdrc")]
[OutputType(typeof(BdrcContext))]
public sealed class ConnectBdrcCommand : NewBdrcContextCommand
{
    /// <inheritdoc/>
    protected override void Write(BdrcContext context)
    {
        DefaultContext.Current = context;
        base.Write(context);
    }
}
