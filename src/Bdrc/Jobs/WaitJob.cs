using System.Management.Automation;
using Bdrc.Errors;
using Bdrc.Waiting;

namespace Bdrc.Jobs;

/// <summary>A background wait for tasks or the service, for Get-Job, Wait-Job, Receive-Job, Stop-Job and Remove-Job.</summary>
public sealed class WaitJob : Job
{
    private readonly CancellationTokenSource _stop = new();
    private readonly JobOutput _output;
    private readonly bool _keepsDetails;
    private Task _running = Task.CompletedTask;
    private int _disposed;
    private volatile string _status = string.Empty;

    /// <summary>Creates a job that has not started.</summary>
    /// <param name="command">A command that would wait for the same.</param>
    /// <param name="location">The region or host of the service.</param>
    /// <param name="keepsDetails">Whether verbose and debug messages are kept for Receive-Job.</param>
    public WaitJob(string command, string location, bool keepsDetails)
        : base(command)
    {
        PSJobTypeName = "BdrcWait";
        Location = location;
        _keepsDetails = keepsDetails;
        _output = new JobOutput(this);
    }

    /// <inheritdoc/>
    public override bool HasMoreData =>
        Output.Count + Error.Count + Progress.Count + Verbose.Count + Debug.Count + Warning.Count + Information.Count > 0;

    /// <inheritdoc/>
    public override string Location { get; }

    /// <inheritdoc/>
    public override string StatusMessage => _status;

    /// <inheritdoc/>
    public override void StopJob()
    {
        if (IsOver)
            return;

        SetJobState(JobState.Stopping);
        _stop.Cancel();
        ((IAsyncResult)_running).AsyncWaitHandle.WaitOne();
    }

    /// <summary>Accepts a message for the user, from any thread.</summary>
    internal void OnDiagnostic(BdrcDiagnostic message)
    {
        if (_keepsDetails || message.Level == BdrcDiagnosticLevel.Warning)
            _output.Write(message);
    }

    /// <summary>The output of the wait.</summary>
    internal IWaitOutput Streams => _output;

    /// <summary>Starts the wait.</summary>
    /// <param name="next">Polls; returns null when the wait is over.</param>
    /// <param name="reporter">Writes the result of each poll.</param>
    internal void Start<TReport>(Func<CancellationToken, Task<TReport?>> next, IWaitReporter<TReport> reporter)
        where TReport : class
    {
        SetJobState(JobState.Running);
        _running = Task.Run(() => RunAsync(next, reporter));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            // Receive-Job -AutoRemoveJob removes the job from within its own state change: waiting here would never end.
            _stop.Cancel();
            if (!IsOver)
                ((IAsyncResult)_running).AsyncWaitHandle.WaitOne();
            _stop.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool IsOver => JobStateInfo.State is JobState.Completed or JobState.Failed or JobState.Stopped;

    private async Task RunAsync<TReport>(Func<CancellationToken, Task<TReport?>> next, IWaitReporter<TReport> reporter)
        where TReport : class
    {
        var state = JobState.Failed;
        try
        {
            await WaitAsync(next, reporter).ConfigureAwait(false);
            state = JobState.Completed;
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            state = JobState.Stopped;
        }
        catch (Exception failure)
        {
            // No thread awaits the job, so any exception that is not written here would be lost.
            _output.Write(failure is BdrcException known
                ? ErrorRecords.From(known, target: null)
                : new ErrorRecord(failure, "WaitJobFailed", ErrorCategory.NotSpecified, targetObject: null));
        }
        finally
        {
            SetJobState(state);
        }
    }

    private async Task WaitAsync<TReport>(Func<CancellationToken, Task<TReport?>> next, IWaitReporter<TReport> reporter)
        where TReport : class
    {
        try
        {
            while (await next(_stop.Token).ConfigureAwait(false) is { } report)
            {
                _status = reporter.Describe(report);
                reporter.Write(report);
            }
        }
        finally
        {
            reporter.Complete();
        }
    }
}
