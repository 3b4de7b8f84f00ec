using System.Management.Automation;
using Bdrc.Errors;
using Bdrc.Text;

namespace Bdrc.Pipeline;

/// <summary>
/// The one blocking edge between the pipeline thread and the asynchronous work below. Stopping the pipeline, from above or
/// from below, cancels the work and waits until it has ended, so that nothing is left behind.
/// </summary>
public abstract class AsyncCommand : PSCmdlet, IDisposable
{
    private const int WaitingId = 23700;

    private readonly CancellationTokenSource _stop = new();
    private readonly DiagnosticQueue _diagnostics = new();
    private PageWindow? _window;
    private ProgressRecord? _waiting;

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Cancels what is still running; called by the engine also when a command further down has had enough.</summary>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Releases what the command holds.</summary>
    /// <param name="disposing">True when called by <see cref="Dispose()"/>.</param>
    protected virtual void Dispose(bool disposing)
    {
        if (!disposing)
            return;
        _stop.Dispose();
        _diagnostics.Dispose();
    }

    private StreamPreferences? _choice;

    /// <summary>Takes a message for the user, from any thread.</summary>
    /// <param name="message">The message.</param>
    protected void Report(BdrcDiagnostic message)
    {
        // What the user does not see need not wake the pipeline thread.
        if (message is not null && _choice?.Shows(message.Level) != false)
            _diagnostics.Post(message);
    }

    /// <summary>Runs asynchronous work to its end and writes its messages meanwhile. What it throws is thrown here.</summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="work">Starts the work; it must end when the token is cancelled.</param>
    protected T Await<T>(Func<CancellationToken, Task<T>> work)
    {
        if (work is null)
            throw new ArgumentNullException(nameof(work));

        _choice ??= StreamPreferences.Of(this);
        var running = work(_stop.Token);
        var written = false;
        try
        {
            _diagnostics.WakeAfter(running);
            while (_diagnostics.Take(running) is { } message)
                Write(message);
            EndWaiting();
            written = true;
        }
        finally
        {
            if (!written)
                EndWork(running);
        }

        if (_stop.IsCancellationRequested)
        {
            EndWork(running);
            throw new PipelineStoppedException();
        }

        return running.GetAwaiter().GetResult();
    }

    /// <summary>Runs work for one record; what the service refuses becomes an error of that record and the pipeline goes on.</summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="work">Starts the work.</param>
    /// <param name="target">The record, for the error.</param>
    /// <param name="result">What the work gave.</param>
    /// <returns>Whether it gave something.</returns>
    protected bool TryAwait<T>(Func<CancellationToken, Task<T>> work, object? target, out T result)
    {
        try
        {
            result = Await(work);
            return true;
        }
        catch (BdrcException failure)
        {
            result = default!;
            WriteFailure(failure, target);
            return false;
        }
    }

    /// <summary>Runs work for one record and writes what it gives; what the service refuses becomes an error of that record.</summary>
    /// <typeparam name="T">What the work gives.</typeparam>
    /// <param name="work">Starts the work.</param>
    /// <param name="target">The record, for the error.</param>
    /// <returns>Whether something was written.</returns>
    protected bool TryWrite<T>(Func<CancellationToken, Task<T>> work, object? target)
    {
        if (!TryAwait(work, target, out var result))
            return false;

        WriteObject(result);
        return true;
    }

    /// <summary>
    /// Writes each item as its page arrives; the next page is asked for only when the last was taken. -First, -Skip and
    /// -IncludeTotalCount are obeyed where the command has them.
    /// </summary>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <param name="nextPage">Reads a page; null after the last.</param>
    /// <param name="totalCount">How many items the list has, known once a page was read; null when the service does not say.</param>
    /// <param name="target">The record that is listed for; null for none.</param>
    protected void WritePages<T>(
        Func<CancellationToken, Task<IReadOnlyList<T>?>> nextPage, Func<long?> totalCount, object? target = null)
    {
        if (totalCount is null)
            throw new ArgumentNullException(nameof(totalCount));

        _window ??= new PageWindow(PagingParameters);
        var isFirstPage = true;
        while ((_window.IsOpen || (isFirstPage && WantsTotalCount)) && TryAwait(nextPage, target, out var page) && page is not null)
        {
            if (isFirstPage)
                WriteTotalCount(totalCount());
            isFirstPage = false;
            WriteWanted(page);
        }
    }

    /// <summary>Writes the items of a list that comes in one piece.</summary>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <param name="read">Reads the list.</param>
    /// <param name="target">The record that is listed for; null for none.</param>
    protected void WriteList<T>(Func<CancellationToken, Task<IReadOnlyList<T>>> read, object? target = null)
    {
        if (!TryAwait(read, target, out var items))
            return;
        foreach (var item in items)
            WriteObject(item);
    }

    /// <summary>Writes a failure: one that would meet every further record too ends the command.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="target">The record it concerns.</param>
    protected void WriteFailure(BdrcException failure, object? target)
    {
        if (failure is null)
            throw new ArgumentNullException(nameof(failure));

        var record = ErrorRecords.From(failure, target);
        if (failure.Kind == BdrcErrorKind.Authentication)
            ThrowTerminatingError(record);
        WriteError(record);
    }

    private void WriteWanted<T>(IReadOnlyList<T> page)
    {
        for (var i = 0; i < page.Count && _window!.IsOpen; i++)
        {
            if (_window.Takes())
                WriteObject(page[i]);
        }
    }

    private bool WantsTotalCount => PagingParameters is { IncludeTotalCount.IsPresent: true };

    private void WriteTotalCount(long? count)
    {
        // An accuracy of 0 tells the user that the service did not say.
        if (WantsTotalCount)
            WriteObject(PagingParameters.NewTotalCount((ulong)Math.Max(0, count ?? 0), count is null or < 0 ? 0.0 : 1.0));
    }

    private void Write(BdrcDiagnostic message)
    {
        switch (message.Level)
        {
            case BdrcDiagnosticLevel.Warning:
                WriteWarning(message.Message);
                break;
            case BdrcDiagnosticLevel.Verbose:
                WriteVerbose(message.Message);
                break;
            case BdrcDiagnosticLevel.Waiting:
                _waiting = new ProgressRecord(WaitingId, Strings.WaitingToRepeat, message.Message);
                WriteProgress(_waiting);
                break;
            default:
                WriteDebug(message.Message);
                break;
        }
    }

    private void EndWaiting()
    {
        if (_waiting is null)
            return;
        _waiting.RecordType = ProgressRecordType.Completed;
        WriteProgress(_waiting);
        _waiting = null;
    }

    private void EndWork(Task running)
    {
        _stop.Cancel();
        ((IAsyncResult)running).AsyncWaitHandle.WaitOne();

        // Its failure has no one to tell any more; reading it keeps it from surfacing as unobserved.
        _ = running.Exception;
    }
}
