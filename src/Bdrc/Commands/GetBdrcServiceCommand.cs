using System.Management.Automation;
using Bdrc.Core.Client;
using Bdrc.Sandbox.Contract;

namespace Bdrc.Commands;

/// <summary>Get-BdrcService: the account's BDRC switch and its state.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcService")]
[OutputType(typeof(BdrcService))]
public sealed class GetBdrcServiceCommand : BdrcCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        TryWrite(stop => BdrcClient.For(Target, Report).GetBdrcServiceAsync(stop), target: null);
    }
}
