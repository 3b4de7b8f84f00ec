using System.Management.Automation;

namespace Bdrc.Commands;

/// <summary>New-BdrcContext: makes a context to be passed with -Context; the runspace's own stays as it is.</summary>
[Cmdlet(VerbsCommon.New, "BdrcContext", DefaultParameterSetName = ServiceSet)]
[OutputType(typeof(BdrcContext))]
public sealed class NewBdrcContextCommand : ContextCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(CreateContext());
}
