using System.Management.Automation;
using Bdrc.Binding;
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

    /// <summary>How long to wait at most, in seconds or as a TimeSpan; 600 s unless given.</summary>
    [Parameter]
    [Alias("TimeoutSec")]
    [Duration(0, 86400)]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(600);

    /// <summary>Time between two looks, in seconds or as a TimeSpan; without it 2 s, growing to 15.</summary>
    [Parameter]
    [Duration(0.01, 3600)]
    public TimeSpan? PollInterval { get; set; }

    /// <inheritdoc/>
    protected override void CheckCombination() => RefuseWithout(Wait, "-Wait", nameof(Timeout), nameof(PollInterval));

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
        ? BdrcClient.For(Target, Report).WaitUntilReadyAsync(Timeout, PollInterval, stop)
        : BdrcClient.For(Target, Report).GetBdrcServiceAsync(stop);
}
