using System.Management.Automation;
using Bdrc.Core.Contexts;
using Bdrc.Errors;
using Bdrc.Parameters;
using Bdrc.Progress;
using Bdrc.Text;
using Bdrc.Views;
using Bdrc.Waiting;

namespace Bdrc.Pipeline;

/// <summary>
/// The base of every command that does asynchronous work. The pipeline thread blocks here and nowhere else, and it alone
/// writes to the streams. Stopping the pipeline cancels the work and waits until it has ended.
/// </summary>
public abstract class AsyncCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly DiagnosticQueue _diagnostics = new();
    private readonly DiagnosticWriter _writer;
    private StreamPreferences? _preferences;
    private PageWriter? _pages;

    /// <summary>Creates a command.</summary>
    protected AsyncCommand() => _writer = new DiagnosticWriter(this);

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        CultureFlow.FromPipelineThread();
        _preferences = StreamPreferences.Of(this);
        try
        {
            Prepare();
        }
        catch (BdrcException failure)
        {
            WriteDiagnostics();
            ThrowTerminatingError(ErrorRecords.From(failure, target: null));
        }

        WriteDiagnostics();
    }

    /// <inheritdoc/>
    protected override void EndProcessing() => WriteDiagnostics();

    /// <inheritdoc/>
    protected override void StopProcessing() => _stop.Cancel();

    /// <summary>Releases what the command holds. The engine calls it in every case, also when a later command stops the pipeline.</summary>
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

    /// <summary>Checks the parameters before the first record. An exception ends the command.</summary>
    /// <exception cref="BdrcException">Parameters exclude each other, or need others.</exception>
    private protected virtual void Prepare()
    {
        var given = new GivenParameters(this);
        given.CheckForms();
        CheckParameters(given);
    }

    /// <summary>Checks what <see cref="ParameterFormAttribute"/> cannot declare.</summary>
    /// <param name="given">The parameters of the call.</param>
    /// <exception cref="BdrcException">Parameters exclude each other, or need others.</exception>
    private protected virtual void CheckParameters(GivenParameters given)
    {
    }

    /// <summary>Accepts a message for the user, from any thread.</summary>
    /// <param name="message">The message.</param>
    protected void OnDiagnostic(BdrcDiagnostic message)
    {
        // A message that is not shown does not wake the pipeline thread.
        if (message is not null && _preferences?.Shows(message.Level) != false)
            _diagnostics.Post(message);
    }

    /// <summary>Writes a warning when there is one.</summary>
    /// <param name="warning">The warning; null for none.</param>
    private protected void WarnOf(string? warning)
    {
        if (warning is not null)
            OnDiagnostic(new BdrcDiagnostic(BdrcDiagnosticLevel.Warning, warning));
    }

    /// <summary>Writes the messages that have arrived. <see cref="Await"/> does so while it waits.</summary>
    private protected void WriteDiagnostics()
    {
        while (_diagnostics.Take(Task.CompletedTask) is { } message)
            _writer.Write(message);
    }

    /// <summary>Runs asynchronous work to its end and writes its messages meanwhile. Its exceptions are thrown here.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="work">Starts the work, which must end when the token is cancelled.</param>
    protected T Await<T>(Func<CancellationToken, Task<T>> work)
    {
        if (work is null)
            throw new ArgumentNullException(nameof(work));

        _preferences ??= StreamPreferences.Of(this);
        var running = work(_stop.Token);
        var isWritten = false;
        try
        {
            _diagnostics.WakeAfter(running);
            while (_diagnostics.Take(running) is { } message)
                _writer.Write(message);
            _writer.CompleteRetryProgress();
            isWritten = true;
        }
        finally
        {
            if (!isWritten)
                Cancel(running);
        }

        if (_stop.IsCancellationRequested)
        {
            Cancel(running);
            throw new PipelineStoppedException();
        }

        return running.GetAwaiter().GetResult();
    }

    /// <summary>Runs work for one record. A failure is written as an error of that record, and the pipeline goes on.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="work">Starts the work.</param>
    /// <param name="target">The record, for the error.</param>
    /// <param name="result">The result.</param>
    /// <returns>Whether the work succeeded.</returns>
    protected bool TryAwait<T>(Func<CancellationToken, Task<T>> work, object? target, out T result) =>
        TryRun(() => Await(work), target, out result);

    /// <summary>Computes something for one record. A failure is written as an error of that record, and the pipeline goes on.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="compute">Computes the result.</param>
    /// <param name="target">The record, for the error.</param>
    /// <param name="result">The result.</param>
    /// <returns>Whether there is a result.</returns>
    protected bool TryRun<T>(Func<T> compute, object? target, out T result)
    {
        if (compute is null)
            throw new ArgumentNullException(nameof(compute));

        try
        {
            result = compute();
            return true;
        }
        catch (BdrcException failure)
        {
            result = default!;
            WriteFailure(failure, target);
            return false;
        }
    }

    /// <summary>Runs work for one record and writes its result, or its failure as an error of that record.</summary>
    /// <typeparam name="T">The type of the result.</typeparam>
    /// <param name="work">Starts the work.</param>
    /// <param name="target">The record, for the error.</param>
    /// <returns>Whether a result was written.</returns>
    protected bool TryWriteResult<T>(Func<CancellationToken, Task<T>> work, object? target)
    {
        if (!TryAwait(work, target, out var result))
            return false;

        WriteObject(result);
        return true;
    }

    /// <summary>Writes an object whose texts are safe to show. It hides the engine's method, so that no command goes round it.</summary>
    /// <param name="item">The object.</param>
    protected new void WriteObject(object? item) => base.WriteObject(DisplayText.Guard(item));

    /// <summary>Writes the items of a list that is read in one call.</summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="read">Reads the list.</param>
    /// <param name="target">The record, for the error; null for none.</param>
    protected void WriteList<T>(Func<CancellationToken, Task<IReadOnlyList<T>>> read, object? target = null)
    {
        if (!TryAwait(read, target, out var items))
            return;
        foreach (var item in items)
            WriteObject(item);
    }

    /// <summary>
    /// Writes each item as its page arrives; the next page is requested when the last one is written. Obeys -First, -Skip and
    /// -IncludeTotalCount where the command has them.
    /// </summary>
    /// <typeparam name="T">The type of the items.</typeparam>
    /// <param name="nextPage">Reads a page; returns null after the last.</param>
    /// <param name="totalCount">Returns the length of the list once a page was read; null when the service does not report it.</param>
    /// <param name="target">The record, for the error; null for none.</param>
    protected void WritePages<T>(
        Func<CancellationToken, Task<IReadOnlyList<T>?>> nextPage, Func<long?> totalCount, object? target = null)
    {
        if (totalCount is null)
            throw new ArgumentNullException(nameof(totalCount));

        _pages ??= new PageWriter(new CommandOutput(this), PagingParameters, Host);
        _pages.Begin();
        while (_pages.WantsPage && TryAwait(nextPage, target, out var page) && page is not null)
            _pages.Write(page, totalCount());
        _pages.End();
    }

    /// <summary>Writes a failure. One that every further record would meet too ends the command.</summary>
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

    private void Cancel(Task running)
    {
        _stop.Cancel();
        ((IAsyncResult)running).AsyncWaitHandle.WaitOne();

        // The pipeline has stopped, so the failure cannot be written. Reading it keeps it from being reported as unobserved.
        _ = running.Exception;
    }
}
