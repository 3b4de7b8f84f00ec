using System.Management.Automation;

namespace Bdrc.Commands;

/// <summary>Get-BdrcService: whether BDRC is open for the account, and its state.</summary>
[Cmdlet(VerbsCommon.Get, "BdrcService")]
[OutputType(typeof(BdrcService))]
public sealed class GetBdrcServiceCommand : BdrcCommand
{
    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        TryWriteResult(stop => Client.GetBdrcServiceAsync(stop), target: null);
    }
}
