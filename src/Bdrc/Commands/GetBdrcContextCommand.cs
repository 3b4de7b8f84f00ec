using System.Management.Automation;
using Bdrc.Arguments;
using Bdrc.Core.Contexts;
using Bdrc.Sandbox.Contract;

namespace Bdrc.Commands;

/// <summary>Get-BdrcContext: the context that a command without -Context uses now, or who it calls as.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcContext")]
[OutputType(typeof(BdrcContext), typeof(BdrcIdentity))]
public sealed class GetBdrcContextCommand : BdrcCommand
{
    /// <summary>Ask STS for the account and the identity instead.</summary>
    [Parameter]
    public SwitchParameter Identity { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        // Waiting for what is there already writes what was reported on the way to it.
        if (!Identity)
            WriteObject(Await(_ => Task.FromResult(Target)));
        else
            TryWrite(stop => CallerIdentity.GetAsync(Target, Report, stop), target: null);
    }
}
