using System.Management.Automation;
using Bdrc.Core.Client;
using Bdrc.Core.Tasks;
using Bdrc.Progress;
using Bdrc.Sandbox.Contract;
using Bdrc.Text;
using Bdrc.Waiting;

namespace Bdrc.Commands;

/// <summary>Enable-BdrcService: opens the service; one that is open already stays so.</summary>
[Cmdlet(VerbsLifecycle.Enable, "BdrcService", SupportsShouldProcess = true)]
[OutputType(typeof(BdrcService), typeof(Jobs.WaitJob))]
public sealed class EnableBdrcServiceCommand : WaitingCommand
{
    /// <summary>Wait until the service is initialised.</summary>
    [Parameter]
    public SwitchParameter Wait { get; set; }

    /// <inheritdoc/>
    protected override void CheckCombination() =>
        RefuseWithout(Wait || AsJob, "-Wait or -AsJob", nameof(Timeout), nameof(PollInterval));

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!Confirmed(Strings.TheService, Strings.ActionOpen) || !TryAwait(OpenAsync, target: null, out _))
            return;

        if (Wait || AsJob)
        {
            WaitFor<ServiceWatchReport>(
                report => ServiceWatcher.Create(Target, report, Timeout, PollInterval).NextAsync,
                (output, place) => new ServiceWaitReporter(output, new ServiceProgress(output, place), Timeout),
                "Enable-BdrcService -Wait",
                target: null);
        }
        else
        {
            TryWrite(stop => BdrcClient.For(Target, Report).GetBdrcServiceAsync(stop), target: null);
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
            Report(new BdrcDiagnostic(BdrcDiagnosticLevel.Verbose, Strings.ServiceIsOpen));
        }

        return true;
    }
}
