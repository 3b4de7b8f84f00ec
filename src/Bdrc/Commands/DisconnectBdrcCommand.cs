using System.Management.Automation;
using Bdrc.Sessions;

namespace Bdrc.Commands;

/// <summary>Disconnect-Bdrc: removes the context of Connect-Bdrc from this runspace.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Bdrc")]
public sealed class DisconnectBdrcCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => DefaultContext.Current = null;
}
