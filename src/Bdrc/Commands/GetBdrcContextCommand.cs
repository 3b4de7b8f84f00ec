using System.Management.Automation;

namespace Bdrc.Commands;

/// <summary>Get-BdrcContext: the context that a command without -Context uses now.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcContext")]
[OutputType(typeof(BdrcContext))]
public sealed class GetBdrcContextCommand : BdrcCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(Target);
}
