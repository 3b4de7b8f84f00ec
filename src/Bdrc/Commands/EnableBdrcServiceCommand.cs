using System.Management.Automation;
using Bdrc.Core.Tasks;
using Bdrc.Progress;
using Bdrc.Text;
using Bdrc.Waiting;

namespace Bdrc.Commands;

/// <summary>Enable-BdrcService: opens the service; one that is open stays open.</summary>
[Cmdlet(VerbsLifecycle.Enable, "BdrcService", SupportsShouldProcess = true)]
[OutputType(typeof(BdrcService), typeof(Jobs.WaitJob))]
public sealed class EnableBdrcServiceCommand : TaskWaitingCommand
{
    /// <summary>Wait until the service is initialised.</summary>
    [Parameter]
    public override SwitchParameter Wait { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (!ConfirmChange(Strings.TheService, Strings.ActionOpen) || !TryAwait(OpenAsync, target: null, out _))
            return;

        if (Waits)
        {
            WaitFor<ServiceWatchReport>(
                onDiagnostic => ServiceWatcher.Create(ResolvedContext, onDiagnostic, Timeout, PollInterval).NextAsync,
                (output, progress) => new ServiceWaitReporter(output, new ServiceProgress(output, progress), Timeout),
                "Enable-BdrcService -Wait",
                target: null);
        }
        else
        {
            TryWriteResult(stop => Client.GetBdrcServiceAsync(stop), target: null);
        }
    }

    private async Task<bool> OpenAsync(CancellationToken stop)
    {
        try
        {
            await Client.OpenBdrcServiceAsync(stop).ConfigureAwait(false);
        }
        catch (BdrcException failure) when (failure.Code == "ServiceAlreadyOpened")
        {
            // The service already has the requested state.
            OnDiagnostic(new BdrcDiagnostic(BdrcDiagnosticLevel.Verbose, Strings.ServiceIsOpen));
        }

        return true;
    }
}
