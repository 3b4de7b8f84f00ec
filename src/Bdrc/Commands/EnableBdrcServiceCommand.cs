using System.Management.Automation;
using Bdrc.Core;
using Bdrc.Text;

namespace Bdrc.Commands;

/// <summary>Enable-BdrcService: opens the service; one that is open already stays so.</summary>
[Cmdlet(VerbsLifecycle.Enable, "BdrcService", SupportsShouldProcess = true)]
[OutputType(typeof(BdrcService))]
public sealed class EnableBdrcServiceCommand : BdrcCommand
{
    /// <summary>Wait until the service is initialised.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <summary>How long to wait at most, in seconds; 600 unless given.</summary>
    [Parameter]
    [Alias("TimeoutSec")]
    [ValidateRange(0.0, 86400.0)]
    public double Timeout { get; set; } = 600;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Confirmed(Messages.TheService, Messages.ActionOpen)
            && TryAwait(OpenAsync, target: null, out _)
            && TryAwait(ReadAsync, target: null, out var service))
        {
            WriteObject(service);
        }
    }

    private async Task<bool> OpenAsync(CancellationToken stop)
    {
        try
        {
            await BdrcClient.For(Target, Report).OpenBdrcServiceAsync(stop).ConfigureAwait(false);
        }
        catch (BdrcException failure) when (failure.Code == "ServiceAlreadyOpened")
        {
            // The state that was asked for is there.
            Report(new BdrcDiagnostic(BdrcDiagnosticLevel.Verbose, Messages.ServiceIsOpen));
        }

        return true;
    }

    private Task<BdrcService> ReadAsync(CancellationToken stop) => Wait
        ? BdrcClient.For(Target, Report).WaitUntilReadyAsync(TimeSpan.FromSeconds(Timeout), stop)
        : BdrcClient.For(Target, Report).GetBdrcServiceAsync(stop);
}
