using System.Management.Automation;
using Bdrc.Sessions;

namespace Bdrc.Commands;

/// <summary>Disconnect-Bdrc: forgets the context of Connect-Bdrc in this runspace.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "Bdrc")]
public sealed class DisconnectBdrcCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => DefaultContext.Current = null;
}
