using System.Management.Automation;
using Bdrc.Errors;
using Bdrc.Waiting;

namespace Bdrc.Jobs;

/// <summary>A wait for tasks or the service in the background, for Get-Job, Wait-Job, Receive-Job, Stop-Job and Remove-Job.</summary>
public sealed class WaitJob : Job
{
    private readonly CancellationTokenSource _stop = new();
    private readonly JobOutput _output;
    private readonly bool _keepsDetails;
    private Task _running = Task.CompletedTask;
    private int _disposed;
    private volatile string _status = string.Empty;

    /// <summary>Makes a job that has not begun.</summary>
    /// <param name="command">A command that would wait for the same.</param>
    /// <param name="location">The region or host that is asked.</param>
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

    /// <summary>Takes a message for the user, from any thread.</summary>
    internal void Report(BdrcDiagnostic message)
    {
        if (_keepsDetails || message.Level == BdrcDiagnosticLevel.Warning)
            _output.Write(message);
    }

    /// <summary>Where the wait writes.</summary>
    internal IWaitOutput Streams => _output;

    /// <summary>Begins the wait.</summary>
    /// <param name="next">Takes the next look; null when the wait is over.</param>
    /// <param name="reports">Writes what a look brings.</param>
    internal void Start<TReport>(Func<CancellationToken, Task<TReport?>> next, IWaitReporter<TReport> reports)
        where TReport : class
    {
        SetJobState(JobState.Running);
        _running = Task.Run(() => RunAsync(next, reports));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && Interlocked.Exchange(ref _disposed, 1) == 0)
        {
            // Receive-Job -AutoRemoveJob removes a job while the job itself announces that it is over: it must not be waited for.
            _stop.Cancel();
            if (!IsOver)
                ((IAsyncResult)_running).AsyncWaitHandle.WaitOne();
            _stop.Dispose();
        }

        base.Dispose(disposing);
    }

    private bool IsOver => JobStateInfo.State is JobState.Completed or JobState.Failed or JobState.Stopped;

    private async Task RunAsync<TReport>(Func<CancellationToken, Task<TReport?>> next, IWaitReporter<TReport> reports)
        where TReport : class
    {
        var state = JobState.Completed;
        try
        {
            while (await next(_stop.Token).ConfigureAwait(false) is { } report)
            {
                _status = reports.Describe(report);
                reports.Write(report);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            state = JobState.Stopped;
        }
        catch (BdrcException failure)
        {
            _output.Write(ErrorRecords.From(failure, target: null));
            state = JobState.Failed;
        }
        finally
        {
            reports.Complete();
            SetJobState(state);
        }
    }
}
