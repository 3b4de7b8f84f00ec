using System.Management.Automation;
using Bdrc.Core.Contexts;

namespace Bdrc.Commands;

/// <summary>Get-BdrcContext: the context that commands without -Context use, or its identity.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcContext")]
[OutputType(typeof(BdrcContext), typeof(BdrcIdentity))]
public sealed class GetBdrcContextCommand : BdrcCommand
{
    /// <summary>Query STS for the account and the identity instead.</summary>
    [Parameter]
    public SwitchParameter Identity { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Identity)
            TryWriteResult(stop => CallerIdentity.GetAsync(ResolvedContext, OnDiagnostic, stop), target: null);
        else
            WriteObject(ResolvedContext);
    }
}
